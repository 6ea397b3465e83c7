import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from '../Account.module.css'
import { rhythmState } from '../rhythm.ts'

const STEPS = [1, 2, 3, 4, 5] as const

function ScoreDots({ score, label }: { score: number; label: string }) {
  return (
    <span className={styles.dots} role="img" aria-label={label}>
      {STEPS.map((step) => (
        <span key={step} className={styles.dot} data-on={step <= score || undefined} />
      ))}
    </span>
  )
}

type Months = OutputOf<'account.history'>['months']

const SHOWN_MONTHS = 12

/** Orders of each of the last twelve months; the same figures are listed under Trade. */
function MonthlyOrders({ months }: { months: Months }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const shown = months.slice(-SHOWN_MONTHS)
  const most = Math.max(1, ...shown.map(({ orderCount }) => orderCount))
  const [first] = shown
  const last = shown.at(-1)
  if (!first || !last) return null
  const label = t('rhythm.months', {
    orders: shown.map(({ month, orderCount }) => `${format.month(month)} ${orderCount}`).join(t('comma')),
  })
  return (
    <>
      <div className={styles.months} role="img" aria-label={label}>
        {shown.map(({ month, orderCount }) => (
          <span
            key={month}
            className={styles.month}
            style={{ height: `${(100 * orderCount) / most}%` }}
            title={t('rhythm.monthOrders', { month: format.month(month), count: orderCount })}
          />
        ))}
      </div>
      <div className={styles.monthEnds} aria-hidden>
        <span>{format.monthShort(first.month)}</span>
        <span>{t('rhythm.perMonth')}</span>
        <span>{format.monthShort(last.month)}</span>
      </div>
    </>
  )
}

/** Whether it still buys as often as it used to, and how it scores in RFM. */
export function RhythmPanel({ detail, months }: { detail: AccountDetail; months: Months }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { row, orderRhythmDays } = detail
  const { state, times } = rhythmState(detail)
  const values = {
    count: row.recencyDays ?? 0,
    rhythm: format.number(orderRhythmDays === null ? null : Math.round(orderRhythmDays)),
    times: format.number(times, 1),
  }
  const scores = [
    {
      key: 'recency',
      score: row.rfm?.recency,
      value: row.recencyDays === null ? null : t('rhythm.daysAgo', { count: row.recencyDays }),
    },
    {
      key: 'frequency',
      score: row.rfm?.frequency,
      value: t('rhythm.orders', { count: row.orderCount }),
    },
    { key: 'monetary', score: row.rfm?.monetary, value: format.money(row.netSales) },
  ] as const
  return (
    <Panel
      question={t('question.rhythm')}
      title={t(`rhythm.title.${state}`, values)}
      note={
        row.rfmSegment ? t('rhythm.segment', { segment: tCommon(`rfmSegment.${row.rfmSegment}`) }) : undefined
      }
    >
      <div className={styles.panelColumn}>
        <ul className={styles.lines}>
          {scores.map(({ key, score, value }) => (
            <li key={key} className={[styles.line, styles.rfm].join(' ')}>
              <span title={t(`rhythm.hint.${key}`)}>{t(`rhythm.${key}`)}</span>
              {score === undefined ? (
                <Missing />
              ) : (
                <ScoreDots score={score} label={t('rhythm.score', { score })} />
              )}
              <span className={styles.end}>{value ?? <Missing />}</span>
            </li>
          ))}
        </ul>
        {months.length > 0 ? <MonthlyOrders months={months} /> : <span className={styles.space} />}
        <div className={styles.foot}>
          <span>
            <span className="ms-dimmed">{t('rhythm.first')}</span>{' '}
            {detail.firstOrderedOn ? format.day(detail.firstOrderedOn) : <Missing />}
          </span>
          <span>
            <span className="ms-dimmed">{t('rhythm.last')}</span>{' '}
            {detail.lastOrderedOn ? format.day(detail.lastOrderedOn) : <Missing />}
          </span>
        </div>
      </div>
    </Panel>
  )
}
