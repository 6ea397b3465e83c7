import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useCall } from '../../../api/use-call.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { CloseDialog, type Closing } from '../../../components/opportunity/CloseDialog.tsx'
import { ClosedTable } from '../../../components/opportunity/ClosedTable.tsx'
import { NewOpportunity } from '../../../components/opportunity/NewOpportunity.tsx'
import { OpportunityTable } from '../../../components/opportunity/OpportunityTable.tsx'
import {
  type OpportunityEdits,
  useOpportunityEdits,
} from '../../../components/opportunity/use-opportunity-edits.ts'
import { Panel } from '../../../components/Panel.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import styles from './Opportunities.module.css'
import { ProspectsPanel } from './ProspectsPanel.tsx'

type List = OutputOf<'opportunity.list'>

const PARTS = ['open', 'closed', 'prospects'] as const
type Part = (typeof PARTS)[number]

const MOST_ROWS = 1000
const TYPING_MS = 150

/** The pipeline by stage, what was won and lost and why, and the parties that never traded. */
export function OpportunitiesView() {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const [part, setPart] = useState<Part>('open')
  const [text, setText] = useState('')
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS)
  const [closing, setClosing] = useState<Closing | null>(null)
  const edits = useOpportunityEdits()
  const { data, error } = useCall(
    'opportunity.list',
    {
      filter: typed === '' ? {} : { text: typed },
      sort: { field: 'expectedCloseOn', isDescending: false },
      offset: 0,
      limit: MOST_ROWS,
    },
    { keepPrevious: true },
  )
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />

  const isEmpty = data.total === 0 && typed === ''
  const sums = data.stages.reduce(
    (sum, { count, value, weighted }) => ({
      count: sum.count + count,
      value: sum.value + value,
      weighted: sum.weighted + weighted,
    }),
    { count: 0, value: 0, weighted: 0 },
  )
  return (
    <AnalysisView
      {...(isEmpty
        ? {}
        : {
            sentence:
              sums.count === 0
                ? t('list.none')
                : t('list.sentence', {
                    count: sums.count,
                    value: format.money(sums.value),
                    weighted: format.money(sums.weighted),
                  }),
            note: [
              data.won.count + data.lost.count > 0 &&
                t('list.closedNote', {
                  won: format.number(data.won.count),
                  wonValue: format.money(data.won.value),
                  lost: format.number(data.lost.count),
                  lostValue: format.money(data.lost.value),
                }),
              data.overdueCount > 0 && t('list.overdue', { count: data.overdueCount }),
            ]
              .filter(Boolean)
              .join(' · '),
          })}
      status={<span>{t('list.count', { count: data.total, figure: format.number(data.total) })}</span>}
    >
      <div className={styles.filters}>
        <TextInput
          size="xs"
          w={260}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('list.part')}
          value={part}
          data={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          onChange={(value) => setPart(PARTS.find((one) => one === value) ?? 'open')}
        />
      </div>
      {part === 'open' && (
        <div className={styles.stages}>
          <div className={styles.new}>
            <NewOpportunity edits={edits} />
          </div>
          {isEmpty && (
            <div className={styles.none}>
              <EmptyState title={t('list.none')}>{t('list.empty')}</EmptyState>
            </div>
          )}
          <Stages data={data} edits={edits} onClose={setClosing} />
        </div>
      )}
      {part === 'closed' && <Closed data={data} edits={edits} />}
      {part === 'prospects' && <ProspectsPanel />}
      {closing && <CloseDialog closing={closing} edits={edits} onClose={() => setClosing(null)} />}
    </AnalysisView>
  )
}

function Stages({
  data,
  edits,
  onClose,
}: {
  data: List
  edits: OpportunityEdits
  onClose: (closing: Closing) => void
}) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  // The nearest to a decision comes first.
  return [...data.stages].reverse().map(({ stage, count, value, weighted, unvalued }) => {
    const rows = data.rows.filter((row) => row.outcome === null && row.stage === stage)
    if (rows.length === 0) return null
    const name = t(`stage.${stage}`)
    return (
      <Panel
        key={stage}
        question={name}
        title={t('list.stage', { count, value: format.money(value), weighted: format.money(weighted) })}
        {...(unvalued > 0 ? { note: t('list.unvalued', { count: unvalued }) } : {})}
        padding="none"
      >
        <OpportunityTable
          label={name}
          rows={rows}
          edits={edits}
          hasAccount
          onClose={(row, result) => onClose({ row, result })}
        />
      </Panel>
    )
  })
}

function Closed({ data, edits }: { data: List; edits: OpportunityEdits }) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const rows = data.rows
    .filter(({ outcome }) => outcome !== null)
    .sort((one, other) => (other.outcome?.closedOn ?? '').localeCompare(one.outcome?.closedOn ?? ''))
  const decided = data.won.count + data.lost.count
  const topLoss = [...data.reasons].sort((one, other) => other.lost - one.lost)[0]
  if (decided === 0) return <p className="ms-dimmed">{t('closed.none')}</p>
  return (
    <div className={styles.closed}>
      <Panel
        title={t('closed.title', {
          percent: format.percent((data.won.count / decided) * 100, 0),
          won: format.number(data.won.count),
          decided: format.number(decided),
        })}
        padding="none"
      >
        <ClosedTable label={t('part.closed')} rows={rows} edits={edits} hasAccount />
      </Panel>
      <Panel
        title={
          topLoss && topLoss.lost > 0
            ? t('closed.why', { reason: t(`reason.${topLoss.reason}`), count: topLoss.lost })
            : t('closed.noLoss')
        }
        note={t('closed.whyNote')}
      >
        <ul className={styles.reasons}>
          {data.reasons.map(({ reason, won, lost }) => (
            <li key={reason} className={styles.reason}>
              <span>{t(`reason.${reason}`)}</span>
              <span className={styles.bars} aria-hidden>
                <span className={styles.won} style={{ flexGrow: won }} />
                <span className={styles.lost} style={{ flexGrow: lost }} />
                <span style={{ flexGrow: Math.max(0, mostNamed(data) - won - lost) }} />
              </span>
              <span className={styles.counts}>
                {t('closed.counts', { won: format.number(won), lost: format.number(lost) })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

const mostNamed = ({ reasons }: List): number => Math.max(1, ...reasons.map(({ won, lost }) => won + lost))
