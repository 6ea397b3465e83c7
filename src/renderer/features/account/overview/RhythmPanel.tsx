import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
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

/** Whether it still buys as often as it used to, and how it scores in RFM. */
export function RhythmPanel({ detail }: { detail: AccountDetail }) {
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
        <span className={styles.space} />
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
