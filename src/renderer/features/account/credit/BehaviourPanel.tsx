import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentPanel } from '#shared/contract/invoice.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import styles from './Credit.module.css'
import { quartersOption } from './quarters-option.ts'
import { useCreditWords } from './use-credit-words.ts'

const CHART_HEIGHT = 168

function Figures({ payment }: { payment: PaymentPanel }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { rates } = payment
  const figures: [string, string][] = [
    [t('payment.index'), format.number(payment.index, 0)],
    [t('payment.timeliness'), format.percent(rates.timelinessPercent)],
    [t('payment.collection'), format.percent(rates.collectionPercent)],
    [t('payment.days'), format.number(rates.daysBeyondTerms, 1)],
    [t('payment.late'), format.percent(payment.lateShareByCountPercent, 0)],
    [t('payment.overdue'), format.money(payment.overdue)],
  ]
  return (
    <dl className={styles.kpis}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt title={name}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How the account pays: the figures of twelve months, and their way over the quarters. */
export function BehaviourPanel({ payment }: { payment: PaymentPanel }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const colours = useChartColours()
  const { rates, quarters } = payment
  const { daysBeyondTerms, timelinessPercent } = rates
  const option = useMemo(
    () =>
      quartersOption({
        quarters,
        name: words.quarter,
        shortName: (quarter) => quarter.slice(2).replace('-', ' '),
        index: (value) => format.number(value, 1),
        percent: (value) => format.percent(value),
        names: { index: t('payment.index'), collection: t('payment.collection') },
        colours,
      }),
    [quarters, words, format, t, colours],
  )
  const title =
    daysBeyondTerms === null
      ? t('payment.titleNone')
      : t('payment.title', {
          days: format.number(daysBeyondTerms, 1),
          percent: format.percent(timelinessPercent),
        })
  return (
    <ChartPanel
      className={styles.full}
      title={title}
      note={t('payment.note', {
        count: rates.invoiceCount,
        from: payment.from === null ? '' : format.day(payment.from),
        to: payment.asOf === null ? '' : format.day(payment.asOf),
      })}
      ariaLabel={t('payment.trend')}
      height={CHART_HEIGHT}
      option={option}
      table={{
        columns: [
          { key: 'quarter', label: t('payment.quarter') },
          { key: 'count', label: t('payment.count'), align: 'end' },
          { key: 'due', label: t('payment.due'), align: 'end' },
          { key: 'index', label: t('payment.index'), align: 'end' },
          { key: 'collection', label: t('payment.collection'), align: 'end' },
          { key: 'timeliness', label: t('payment.timeliness'), align: 'end' },
        ],
        rows: [...quarters].reverse().map((quarter) => ({
          key: quarter.quarter,
          cells: [
            words.quarter(quarter.quarter),
            format.number(quarter.invoiceCount),
            format.money(quarter.due),
            format.number(quarter.index, 1),
            format.percent(quarter.collectionPercent),
            format.percent(quarter.timelinessPercent),
          ],
        })),
      }}
    >
      <Figures payment={payment} />
    </ChartPanel>
  )
}
