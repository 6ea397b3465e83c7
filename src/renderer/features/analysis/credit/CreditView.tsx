import { Button } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { type CreditGrade, creditGrade } from '#shared/domain/credit.ts'
import { useCall } from '../../../api/use-call.ts'
import { AgeingBars } from '../../../components/AgeingBars.tsx'
import { DataBar } from '../../../components/DataBar.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import styles from './CreditView.module.css'
import { RatingsPanel } from './RatingsPanel.tsx'
import { SlowPayersPanel } from './SlowPayersPanel.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'

type Summary = OutputOf<'credit.list'>

const SLOW_PAYERS = 8

function GradesPanel({
  summary,
  chosen,
  onChoose,
}: {
  summary: Summary
  chosen: CreditGrade | undefined
  onChoose: (grade: CreditGrade | undefined) => void
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { grades, unratedCount } = summary
  const largest = Math.max(...grades.map(({ count }) => count))
  const most = grades.find(({ count }) => count === largest)
  return (
    <Panel
      title={
        most && largest > 0
          ? t('view.gradesTitle', { count: most.count, grade: most.grade })
          : t('view.gradesNone')
      }
      note={t('view.gradesNote', { count: unratedCount })}
    >
      <ul className={styles.grades}>
        {grades.map(({ grade, count, open }) => (
          <li key={grade}>
            <button
              type="button"
              className={styles.grade}
              aria-pressed={grade === chosen}
              onClick={() => onChoose(grade === chosen ? undefined : grade)}
            >
              <strong>{grade}</strong>
              <DataBar
                height={12}
                track="none"
                percent={largest > 0 ? (100 * count) / largest : null}
                colour={grade === 'C' ? 'var(--ms-red)' : undefined}
              />
              <span className={styles.end}>{format.number(count)}</span>
              <span className={`${styles.end} ms-dimmed`}>{format.money(open)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Credit of the whole portfolio: grades and limits, what is overdue, and who is due for rating. */
export function CreditView() {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { detail, setDetail } = useAnalysisSearch()
  const [isTemplateOpen, setTemplateOpen] = useState(false)
  const summary = useCall('credit.list', { offset: 0, limit: 1 })
  const payments = useCall('invoice.portfolio', { limit: SLOW_PAYERS })
  const error = summary.error ?? payments.error
  if (error) return <ErrorNotice failure={error} />
  if (!summary.data || !payments.data) return <LoadingLine />

  const { all, unratedCount, dueCount, quarter } = summary.data
  const { open, overdue, ageing, index, asOf, accountCount, slowPayers } = payments.data
  const template = (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconAdjustments size={16} stroke={1.6} />}
      onClick={() => setTemplateOpen(true)}
    >
      {t('view.template')}
    </Button>
  )
  const dialog = <TemplateDialog isOpen={isTemplateOpen} onClose={() => setTemplateOpen(false)} />
  const rated = all - unratedCount
  if (accountCount === 0 && rated === 0) {
    return (
      <AnalysisView tools={template}>
        <ImportFirst title={t('view.empty')} action={t('empty.act')}>
          {t('view.emptyText')}
        </ImportFirst>
        {dialog}
      </AnalysisView>
    )
  }
  const grade = creditGrade.safeParse(detail)
  const share = format.percent(open > 0 ? (100 * overdue) / open : 0)
  const figures = {
    rated: format.number(rated),
    due: format.number(dueCount),
    quarter:
      quarter === null ? '' : t('quarterName', { year: quarter.slice(0, 4), number: quarter.slice(6) }),
    open: format.money(open),
    share,
  }
  return (
    <AnalysisView
      sentence={t(rated > 0 ? 'view.sentence' : 'view.sentenceUnrated', figures)}
      note={asOf && t('view.note', { day: format.day(asOf), index: format.number(index, 0) })}
      tools={template}
    >
      <div className={styles.room}>
        <div className={styles.board}>
          <GradesPanel
            summary={summary.data}
            chosen={grade.success ? grade.data : undefined}
            onChoose={setDetail}
          />
          <Panel
            title={t('view.ageingTitle', { open: format.money(open), overdue: format.money(overdue) })}
            note={t('ageing.note')}
          >
            <AgeingBars rows={ageing} />
          </Panel>
          <SlowPayersPanel slowPayers={slowPayers} />
        </div>
        <RatingsPanel
          grade={grade.success ? grade.data : undefined}
          isDue={detail === 'due'}
          onFilter={setDetail}
        />
      </div>
      {dialog}
    </AnalysisView>
  )
}
