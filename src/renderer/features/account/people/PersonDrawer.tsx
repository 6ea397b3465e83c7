import { Button, Select, Textarea } from '@mantine/core'
import { IconTrash, IconUserMinus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFields, PersonRow } from '#shared/contract/person.ts'
import { GENDERS } from '#shared/domain/party.ts'
import { useCall } from '../../../api/use-call.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { DayField } from '../DayField.tsx'
import { OwnFieldRows } from '../record/OwnFieldRows.tsx'
import { RowHistory } from '../record/RowHistory.tsx'
import styles from './People.module.css'
import { hasLeft } from './person-post.ts'
import type { PeopleEdits } from './use-people-edits.ts'

const orNull = (text: string) => (text === '' ? null : text)
const CONSENTS = ['given', 'refused'] as const

function NotesField({ value, onCommit }: { value: string; onCommit: (text: string) => void }) {
  const { t } = useTranslation('account')
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Textarea
      label={t('people.field.notes')}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== value) onCommit(text.trim())
      }}
    />
  )
}

function FieldsBlock({ person, edits }: { person: PersonRow; edits: PeopleEdits }) {
  const { t } = useTranslation('account')
  const { fields, id } = person
  const write = (changes: Partial<PersonFields>) => edits.revise(id, fields.name, changes)
  return (
    <DrawerBlock title={t('people.about')}>
      <div className={styles.rows}>
        <div className={styles.pair}>
          <Select
            label={t('people.field.gender')}
            clearable
            allowDeselect
            value={fields.gender}
            data={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
            onChange={(value) => write({ gender: GENDERS.find((one) => one === value) ?? null })}
          />
          <DayField
            label={t('people.field.birthday')}
            value={fields.birthday}
            onCommit={(birthday) => write({ birthday })}
          />
        </div>
        {(['address', 'interests', 'source'] as const).map((field) => (
          <CommitField
            key={field}
            label={t(`people.field.${field}`)}
            value={fields[field] ?? ''}
            onCommit={(text) => write({ [field]: orNull(text) })}
          />
        ))}
        <Select
          label={t('people.field.consent')}
          clearable
          allowDeselect
          value={fields.consent}
          data={CONSENTS.map((value) => ({ value, label: t(`people.consent.${value}`) }))}
          onChange={(value) => write({ consent: CONSENTS.find((one) => one === value) ?? null })}
        />
        <NotesField value={fields.notes ?? ''} onCommit={(text) => write({ notes: orNull(text) })} />
      </div>
    </DrawerBlock>
  )
}

function PostsBlock({ person, edits }: { person: PersonRow; edits: PeopleEdits }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const today = format.dayOf(new Date().toISOString())
  const { name } = person.fields
  return (
    <DrawerBlock title={t('people.posts')} note={t('people.postCount', { count: person.employments.length })}>
      <ul className={styles.posts}>
        {person.employments.map((post) => (
          <li key={post.id} className={styles.post}>
            <strong>{post.companyName}</strong>
            <div className={styles.pair}>
              <CommitField
                label={t('people.column.title')}
                value={post.title ?? ''}
                onCommit={(text) => edits.revisePost(post, name, { title: orNull(text) })}
              />
              <CommitField
                label={t('people.column.department')}
                value={post.department ?? ''}
                onCommit={(text) => edits.revisePost(post, name, { department: orNull(text) })}
              />
              <DayField
                label={t('people.startedOn')}
                value={post.startedOn}
                onCommit={(startedOn) => edits.revisePost(post, name, { startedOn })}
              />
              <DayField
                label={t('people.column.endedOn')}
                value={post.endedOn}
                onCommit={(endedOn) => edits.revisePost(post, name, { endedOn })}
              />
            </div>
            <div className={styles.acts}>
              {!hasLeft(post, today) && (
                <Button
                  leftSection={<IconUserMinus size={16} stroke={1.6} />}
                  onClick={() => edits.revisePost(post, name, { endedOn: today })}
                >
                  {t('people.leftToday')}
                </Button>
              )}
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={16} stroke={1.6} />}
                onClick={() => edits.removePost(post, name)}
              >
                {t('people.removePost')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </DrawerBlock>
  )
}

/** The firm's own fields of people; nothing where it has none. */
function OwnFieldsBlock({ person: { id, fields: known } }: { person: PersonRow }) {
  const { t } = useTranslation('account')
  const { data: fields = [] } = useCall('field.onCard', { partyId: id })
  if (fields.length === 0) return null
  const filled = fields.filter(({ value }) => value !== null).length
  return (
    <DrawerBlock title={t('data.own')} note={t('data.filled', { filled, count: fields.length })}>
      <OwnFieldRows partyId={id} fields={fields} personName={known.name} />
    </DrawerBlock>
  )
}

/** One person: what is known, every post with its dates, and who changed what. */
export function PersonDrawer({
  person,
  edits,
  onClose,
}: {
  person: PersonRow
  edits: PeopleEdits
  onClose: () => void
}) {
  const { t } = useTranslation('account')
  const { name } = person.fields
  return (
    <Drawer label={name} head={<h2>{name}</h2>} onClose={onClose}>
      <PostsBlock person={person} edits={edits} />
      <FieldsBlock person={person} edits={edits} />
      <OwnFieldsBlock person={person} />
      <DrawerBlock title={t('history.title')}>
        <RowHistory rowId={person.id} />
      </DrawerBlock>
      <DrawerBlock>
        <Button
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => {
            edits.remove(person.id, name)
            onClose()
          }}
        >
          {t('people.remove')}
        </Button>
      </DrawerBlock>
    </Drawer>
  )
}
