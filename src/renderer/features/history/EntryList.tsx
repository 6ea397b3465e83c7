import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { type Undo, useUndo } from '../../components/page/use-undo.tsx'
import { Tag } from '../../components/Tag.tsx'
import { useChangeText } from '../../components/use-change-text.ts'
import styles from './EntryList.module.css'
import { groupByDay } from './group-by-day.ts'
import { useHistoryEntries } from './use-history-entries.ts'

/** The steps a workspace begins with are the ground the others stand on. */
const FOUNDING: ReadonlySet<string> = new Set(['workspace.create', 'sample.fill'])

function EntryAct({ entry, what, undo }: { entry: HistoryEntry; what: string; undo: Undo }) {
  const { t } = useTranslation('history')
  if (entry.actsOn || FOUNDING.has(entry.label.key)) return null
  const isDone = entry.state === 'done'
  const Icon = isDone ? IconArrowBackUp : IconArrowForwardUp
  const verb = t(isDone ? 'undo' : 'redo', { ns: 'common' })
  return (
    <Button
      variant="subtle"
      leftSection={<Icon size={16} stroke={1.6} />}
      aria-label={t(isDone ? 'undoWhat' : 'redoWhat', { what })}
      disabled={undo.isBusy}
      onClick={() => (isDone ? undo.undo(entry.id) : undo.redo(entry.id))}
    >
      {verb}
    </Button>
  )
}

function Entry({ entry, undo }: { entry: HistoryEntry; undo: Undo }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const what = useChangeText()(entry.label)
  return (
    <li className={styles.entry} data-undone={entry.state === 'undone' || undefined}>
      <time className={styles.time} dateTime={entry.at} title={format.momentFull(entry.at)}>
        {format.time(entry.at)}
      </time>
      <span className={styles.author}>
        <Avatar name={entry.author} isOurs />
        <span className="ms-ellipsis">{entry.author}</span>
      </span>
      <span className={styles.what}>
        <span className="ms-ellipsis" title={what}>
          {what}
        </span>
        {entry.state === 'undone' && <Tag>{t('undone')}</Tag>}
      </span>
      <span className={styles.size}>
        {entry.opCount > 0 && t('places', { count: entry.opCount, number: format.number(entry.opCount) })}
      </span>
      <span className={styles.act}>
        <EntryAct entry={entry} what={what} undo={undo} />
      </span>
    </li>
  )
}

/** Every change of the workspace under its day. */
export function EntryList() {
  const { t } = useTranslation('history')
  const format = useFormat()
  const undo = useUndo()
  const { entries, total, loadMore, isLoading, failure } = useHistoryEntries()
  const today = format.dayOf(new Date().toISOString())
  const days = groupByDay(entries, format.dayOf)

  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      padding="none"
      status={<span>{t('count', { count: total, number: format.number(total) })}</span>}
    >
      {failure && <ErrorNotice failure={failure} />}
      {!isLoading && !failure && entries.length === 0 && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      {days.map(({ day, entries: ofDay }) => (
        <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.date}>
            {format.dayShort(day, today)}
            <span className={styles.ago}>{format.daysAgo(day, today)}</span>
          </h2>
          <ul className={styles.list}>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} undo={undo} />
            ))}
          </ul>
        </section>
      ))}
      {isLoading && <LoadingLine />}
      {loadMore && !isLoading && (
        <div className={styles.more}>
          <Button onClick={loadMore}>{t('older')}</Button>
        </div>
      )}
    </Page>
  )
}
