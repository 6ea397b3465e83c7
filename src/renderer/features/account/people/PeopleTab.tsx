import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { PersonFields } from '#shared/contract/person.ts'
import { useCall } from '../../../api/use-call.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { DayField } from '../DayField.tsx'
import { AddPerson } from './AddPerson.tsx'
import styles from './People.module.css'
import { type PersonPost, postsAt } from './person-post.ts'
import type { PeopleEdits } from './use-people-edits.ts'

const FIELDS = ['mobile', 'phone', 'email'] as const satisfies readonly (keyof PersonFields)[]
const orNull = (text: string) => (text === '' ? null : text)

function usePersonCells(edits: PeopleEdits, onOpen: (personId: string) => void) {
  const { t } = useTranslation('account')
  const format = useFormat()
  return ({ person, post, hasLeft }: PersonPost) => {
    const { name } = person.fields
    const label = (column: string) => t('people.cell', { name, column })
    const openLabel = t('people.open', { name })
    const className = hasLeft ? `${styles.cell} ${styles.left}` : styles.cell
    return [
      <CommitField
        key="name"
        className={className ?? ''}
        size="xs"
        isRequired
        aria-label={label(t('people.column.name'))}
        value={name}
        maxLength={120}
        onCommit={(text) => edits.revise(person.id, text, { name: text })}
      />,
      <CommitField
        key="title"
        className={className ?? ''}
        size="xs"
        aria-label={label(t('people.column.title'))}
        placeholder={format.missing}
        value={post.title ?? ''}
        maxLength={120}
        onCommit={(text) => edits.revisePost(post, name, { title: orNull(text) })}
      />,
      <CommitField
        key="department"
        className={className ?? ''}
        size="xs"
        aria-label={label(t('people.column.department'))}
        placeholder={format.missing}
        value={post.department ?? ''}
        maxLength={120}
        onCommit={(text) => edits.revisePost(post, name, { department: orNull(text) })}
      />,
      ...FIELDS.map((field) => (
        <CommitField
          key={field}
          className={className ?? ''}
          size="xs"
          aria-label={label(t(`people.column.${field}`))}
          placeholder={format.missing}
          value={person.fields[field] ?? ''}
          onCommit={(text) => edits.revise(person.id, name, { [field]: orNull(text) })}
        />
      )),
      <DayField
        key="endedOn"
        className={className ?? ''}
        size="xs"
        aria-label={label(t('people.column.endedOn'))}
        placeholder={t('people.present')}
        value={post.endedOn}
        onCommit={(endedOn) => edits.revisePost(post, name, { endedOn })}
      />,
      <Tooltip key="open" label={openLabel}>
        <ActionIcon aria-label={openLabel} onClick={() => onOpen(person.id)}>
          <IconLayoutSidebarRightExpand size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>,
    ]
  }
}

/** Who works there: every cell is edited where it stands, a new person in one line. */
export function PeopleTab({
  detail,
  edits,
  opened,
  nameRef,
  onOpen,
}: {
  detail: AccountDetail
  edits: PeopleEdits
  opened: string | null
  nameRef: Ref<HTMLInputElement>
  onOpen: (personId: string) => void
}) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { data: people, error } = useCall('person.list', { companyId: detail.row.id })
  const cellsOf = usePersonCells(edits, onOpen)
  if (error) return <ErrorNotice failure={error} />
  if (!people) return <LoadingLine />
  const posts = postsAt(people, detail.row.id, format.dayOf(new Date().toISOString()))
  const present = posts.filter((one) => !one.hasLeft).length
  const columns = ['name', 'title', 'department', ...FIELDS, 'endedOn'] as const
  return (
    <>
      <h3>
        {posts.length === 0
          ? t('people.titleNone')
          : t(posts.length > present ? 'people.titleLeft' : 'people.title', {
              count: present,
              left: posts.length - present,
            })}
      </h3>
      <AddPerson companyId={detail.row.id} edits={edits} nameRef={nameRef} />
      {posts.length === 0 ? (
        <p className="ms-dimmed">{t('people.none')}</p>
      ) : (
        <section className={styles.table} aria-label={t('people.label')}>
          <SimpleTable
            label={t('people.label')}
            columns={[
              ...columns.map((key) => ({ key, label: t(`people.column.${key}`) })),
              { key: 'open', label: t('people.details'), isLabelHidden: true, width: 44 },
            ]}
            rows={posts.map((one) => ({
              key: one.post.id,
              isSelected: one.person.id === opened,
              cells: cellsOf(one),
            }))}
          />
        </section>
      )}
    </>
  )
}
