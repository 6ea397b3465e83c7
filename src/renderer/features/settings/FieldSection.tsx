import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#shared/contract/field.ts'
import {
  FIELD_KINDS,
  FIELD_OWNERS,
  type FieldKind,
  type FieldOwner,
  fieldKind,
  fieldOwner,
} from '#shared/domain/custom-field.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommitField } from '../../components/CommitField.tsx'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'

/** Options are written in one line, parted by commas of either width. */
const optionsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；]/)
      .map((option) => option.trim())
      .filter((option) => option !== ''),
  ),
]

function AddField() {
  const { t } = useTranslation('settings')
  const tell = useUndoToast()
  const [owner, setOwner] = useState<FieldOwner>('account')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FieldKind>('text')
  const [extra, setExtra] = useState('')
  const define = useCommand('field.define', {
    onSuccess: (_value, given) => {
      tell(t('fields.defined', { name: given.name }))
      setName('')
      setExtra('')
    },
  })
  const isChoice = kind === 'choice'
  const hasUnit = kind === 'number'
  const isReady = name.trim() !== '' && (!isChoice || optionsOf(extra).length > 0)
  return (
    <form
      className={styles.addField}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || define.isPending) return
        const unit = hasUnit && extra.trim() !== '' ? extra.trim() : null
        define.mutate({
          owner,
          name: name.trim(),
          kind,
          options: isChoice ? optionsOf(extra) : [],
          unit,
        })
      }}
    >
      <TextInput
        className={styles.grow}
        label={t('fields.name')}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        w={110}
        label={t('fields.owner')}
        allowDeselect={false}
        value={owner}
        data={FIELD_OWNERS.map((value) => ({ value, label: t(`fields.owners.${value}`) }))}
        onChange={(value) => {
          const chosen = fieldOwner.safeParse(value)
          if (chosen.success) setOwner(chosen.data)
        }}
      />
      <Select
        w={110}
        label={t('fields.kind')}
        allowDeselect={false}
        value={kind}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
        onChange={(value) => {
          const chosen = fieldKind.safeParse(value)
          if (chosen.success) setKind(chosen.data)
          setExtra('')
        }}
      />
      {(isChoice || hasUnit) && (
        <TextInput
          className={styles.grow}
          label={t(isChoice ? 'fields.options' : 'fields.unit')}
          placeholder={t(isChoice ? 'fields.optionsHint' : 'fields.unitHint')}
          value={extra}
          maxLength={isChoice ? 1000 : 20}
          autoComplete="off"
          onChange={(event) => setExtra(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="sm" disabled={!isReady}>
        {t('fields.add')}
      </Button>
    </form>
  )
}

/** Fields the firm adds to its accounts and people; those of accounts in numbers can count in the scoring model. */
export function FieldSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const tell = useUndoToast()
  const { data: fields = [] } = useCall('field.list', {})
  const revise = useCommand('field.revise', {
    onSuccess: () => tell(t('fields.revised')),
  })
  const remove = useCommand('field.remove')

  const details = (field: CustomField) => {
    if (field.kind === 'choice') {
      return (
        <CommitField
          key="details"
          size="xs"
          aria-label={t('fields.optionsOf', { name: field.name })}
          value={field.options.join(t('fields.separator'))}
          isRequired
          onCommit={(text) => {
            const options = optionsOf(text)
            if (options.length > 0) revise.mutate({ id: field.id, changes: { options } })
          }}
        />
      )
    }
    if (field.kind !== 'number') return ''
    return (
      <CommitField
        key="details"
        size="xs"
        aria-label={t('fields.unitOf', { name: field.name })}
        placeholder={t('fields.noUnit')}
        value={field.unit ?? ''}
        maxLength={20}
        onCommit={(text) => revise.mutate({ id: field.id, changes: { unit: text === '' ? null : text } })}
      />
    )
  }

  return (
    <Section title={t('fields.title')} note={t('fields.note')}>
      {fields.length > 0 && (
        <div className={styles.table}>
          <SimpleTable
            label={t('fields.title')}
            isTight
            columns={[
              { key: 'name', label: t('fields.name'), width: 200 },
              { key: 'owner', label: t('fields.owner'), width: 80 },
              { key: 'kind', label: t('fields.kind'), width: 72 },
              { key: 'details', label: t('fields.details') },
              { key: 'values', label: t('fields.values'), align: 'end', width: 72 },
              {
                key: 'act',
                label: t('remove', { ns: 'common' }),
                isLabelHidden: true,
                align: 'end',
                width: 48,
              },
            ]}
            rows={fields.map((field) => ({
              key: field.id,
              cells: [
                <CommitField
                  key="name"
                  size="xs"
                  aria-label={t('fields.nameOf', { name: field.name })}
                  value={field.name}
                  maxLength={80}
                  isRequired
                  onCommit={(name) => revise.mutate({ id: field.id, changes: { name } })}
                />,
                t(`fields.owners.${field.owner}`),
                t(`fields.kinds.${field.kind}`),
                details(field),
                format.number(field.valueCount),
                <Tooltip key="remove" label={t('fields.remove', { name: field.name })}>
                  <ActionIcon
                    aria-label={t('fields.remove', { name: field.name })}
                    onClick={() =>
                      remove.mutate(
                        { id: field.id },
                        { onSuccess: () => tell(t('fields.removed', { name: field.name })) },
                      )
                    }
                  >
                    <IconTrash size={16} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>,
              ],
            }))}
          />
        </div>
      )}
      <AddField />
    </Section>
  )
}
