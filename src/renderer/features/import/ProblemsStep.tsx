import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { Notice } from '../../components/Notice.tsx'
import { CheckSummary } from './CheckSummary.tsx'
import { DuplicateDetail } from './DuplicateDetail.tsx'
import type { ImportSession } from './import-session.ts'
import { JobProgress } from './JobProgress.tsx'
import { ProblemDetail } from './ProblemDetail.tsx'
import { DUPLICATES_KEY, ProblemList } from './ProblemList.tsx'
import styles from './ProblemsStep.module.css'
import { problemGroups } from './problem-groups.ts'
import type { ImportDraft } from './use-import-draft.ts'

export interface ProblemsStepProps {
  session: ImportSession
  draft: ImportDraft
  /** Back to the mapping, with the focus on a column where one is named. */
  onMapping: (header: string | null) => void
}

/** What can't be written and how it is repaired quickest; what will come in otherwise. */
export function ProblemsStep({ session, draft, onMapping }: ProblemsStepProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const [wanted, setWanted] = useState<string | null>(null)
  const { inspection, request, revision, checking } = draft
  const { state } = checking

  if (state.state === 'failed') {
    return (
      <div className={styles.notice}>
        <ErrorNotice
          failure={state.failure}
          action={<Button onClick={checking.retry}>{t('tryAgain', { ns: 'common' })}</Button>}
        />
      </div>
    )
  }
  if (state.state === 'cancelled') {
    return (
      <div className={styles.notice}>
        <Notice
          tone="plain"
          role="status"
          title={t('checking.cancelled')}
          action={<Button onClick={checking.retry}>{t('checking.again')}</Button>}
        />
      </div>
    )
  }
  if (state.state !== 'done' || !inspection || !request) {
    const running = state.state === 'running' ? state : { percent: null, rows: 0 }
    return (
      <JobProgress
        title={t('checking.title', { name: session.file.name })}
        note={t('checking.note')}
        percent={running.percent}
        rows={running.rows}
        onCancel={checking.cancel}
      />
    )
  }

  const { check } = state
  const groups = problemGroups(check)
  const keys = [...groups.map(({ key }) => key), ...(check.duplicates.length > 0 ? [DUPLICATES_KEY] : [])]
  const selected = wanted !== null && keys.includes(wanted) ? wanted : keys[0]
  const group = groups.find(({ key }) => key === selected)

  return (
    <div className={styles.step}>
      <section className={styles.list} aria-label={t('problems.label')}>
        <div className={styles.head}>
          <h2>
            {check.rejected > 0
              ? t('problems.title', {
                  count: check.rejected,
                  rows: format.number(check.rejected),
                  ways: groups.length,
                })
              : t('problems.none')}
          </h2>
          <div className="ms-dimmed">{check.rejected > 0 ? t('problems.note') : t('problems.noneNote')}</div>
        </div>
        <ProblemList
          groups={groups}
          duplicates={check.duplicates}
          selected={selected ?? null}
          onSelect={setWanted}
        />
        <CheckSummary check={check} />
      </section>
      <div className={styles.detail}>
        {group && (
          <ProblemDetail
            key={group.key}
            group={group}
            session={session}
            inspection={inspection}
            request={request}
            revision={revision}
            check={check}
            onMapping={onMapping}
          />
        )}
        {selected === DUPLICATES_KEY && <DuplicateDetail duplicates={check.duplicates} />}
      </div>
    </div>
  )
}
