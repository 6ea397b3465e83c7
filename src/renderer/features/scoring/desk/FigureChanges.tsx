import { ActionIcon, NumberInput, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureChange } from '#shared/contract/model.ts'
import type { CriterionKey, ModelDraft } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { useCriterionFormat } from '../use-criterion-format.ts'
import styles from './Desk.module.css'

const FOUND = 20
const TYPING_MS = 150

export interface FigureChangesProps {
  model: ModelDraft
  changes: readonly FigureChange[]
  onChange: (changes: readonly FigureChange[]) => void
}

/** Other figures for single accounts: what if this one paid on time, or doubled its sales. */
export function FigureChanges({ model, changes, onChange }: FigureChangesProps) {
  const { t } = useTranslation('scoring')
  const [text, setText] = useState('')
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS)
  const found = useCall(
    'search.find',
    { text: wanted, limit: FOUND },
    { enabled: wanted !== '', keepPrevious: true },
  )
  const hits = (found.data ?? []).flatMap((hit) => (hit.kind === 'account' ? [hit] : []))
  const add = (accountId: string | null) => {
    const hit = hits.find(({ id }) => id === accountId)
    if (!hit) return
    setNames({ ...names, [hit.id]: hit.name })
    setText('')
    if (!changes.some((change) => change.accountId === hit.id)) {
      onChange([...changes, { accountId: hit.id, figures: {} }])
    }
  }
  return (
    <section className={styles.figures} aria-labelledby="desk-figures">
      <h3 id="desk-figures" className={styles.figuresTitle}>
        {t('desk.figures')}
      </h3>
      {changes.map((change) => (
        <AccountFigures
          key={change.accountId}
          name={names[change.accountId] ?? null}
          model={model}
          change={change}
          onChange={(figures) =>
            onChange(changes.map((one) => (one.accountId === change.accountId ? { ...one, figures } : one)))
          }
          onRemove={() => onChange(changes.filter(({ accountId }) => accountId !== change.accountId))}
        />
      ))}
      <Select
        aria-label={t('desk.chooseAccount')}
        placeholder={t('desk.chooseAccount')}
        size="xs"
        w={280}
        searchable
        searchValue={text}
        onSearchChange={setText}
        value={null}
        onChange={add}
        data={hits.map(({ id, name, number }) => ({ value: id, label: `${name} ${number}` }))}
        filter={({ options }) => options}
        nothingFoundMessage={wanted === '' ? t('desk.typeName') : t('desk.noAccount')}
      />
    </section>
  )
}

interface AccountFiguresProps {
  /** Null until it is known, as after loading a scenario. */
  name: string | null
  model: ModelDraft
  change: FigureChange
  onChange: (figures: FigureChange['figures']) => void
  onRemove: () => void
}

function AccountFigures({ name, model, change, onChange, onRemove }: AccountFiguresProps) {
  const { t } = useTranslation('scoring')
  const { nameOf, unitOf } = useCriteria()
  const format = useFormat()
  const write = useCriterionFormat()
  const { accountId } = change
  const account = useCall('account.get', { id: accountId }, { enabled: name === null })
  const figures = useCall('model.figures', { accountId, model }, { keepPrevious: true })
  const shownName = name ?? account.data?.row.name ?? ''
  const set = (key: CriterionKey, value: number | string, own: number | null) => {
    const { [key]: _old, ...others } = change.figures
    const isOwn = value === own || (value === '' && own === null)
    onChange(isOwn ? others : { ...others, [key]: typeof value === 'number' ? value : null })
  }
  return (
    <fieldset className={styles.accountFigures}>
      <legend className={styles.accountLegend}>
        <b>{shownName}</b>
        <ActionIcon size="xs" aria-label={t('desk.removeAccount', { name: shownName })} onClick={onRemove}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </legend>
      {figures.data?.map(({ key, input }) => {
        const own = input === null ? null : Math.round(input * 10) / 10
        const changed = change.figures[key]
        const { unit, label } = unitOf(key)
        return (
          <NumberInput
            key={key}
            className={styles.figure ?? ''}
            size="xs"
            label={nameOf(key)}
            description={
              changed === undefined
                ? undefined
                : t('desk.was', { value: own === null ? format.missing : write(key, own) })
            }
            inputWrapperOrder={['label', 'input', 'description']}
            value={changed === undefined ? (own ?? '') : (changed ?? '')}
            placeholder={format.missing}
            onChange={(value) => set(key, value, own)}
            decimalScale={1}
            thousandSeparator=","
            hideControls
            {...(unit === 'level' ? { min: 1, max: 5, allowDecimal: false } : {})}
            {...(unit === 'points' ? { min: 0, max: 100 } : {})}
            {...(unit === 'percent' ? { suffix: '%' } : {})}
            {...(unit === 'number' && label ? { suffix: ` ${label}` } : {})}
          />
        )
      })}
    </fieldset>
  )
}
