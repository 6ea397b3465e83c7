import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { ChartPanel } from '../../charts/ChartPanel.tsx'
import { useChartColours } from '../../charts/chart-theme.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { lorenzOption } from './lorenz-option.ts'
import { curveShare, lorenzCurve } from './overview-facts.ts'
import styles from './Portfolio.module.css'

const STEPS = [20, 40, 60, 80, 95, 99] as const

/** The Lorenz curve: from the smallest account up, how far sales lie from an even spread. */
export function LorenzPanel({ overview }: { overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const colours = useChartColours()
  const { gini, giniUnbiased } = overview.concentration
  const curve = useMemo(() => lorenzCurve(overview.pareto.curve), [overview.pareto.curve])
  const option = useMemo(
    () =>
      lorenzOption({
        curve,
        equality: t('pareto.equality'),
        percent: (value) => format.percent(value, 0),
        pointText: (accounts, sales) =>
          t('lorenz.reading', { accounts: format.percent(accounts), sales: format.percent(sales) }),
        colours,
      }),
    [curve, t, format, colours],
  )
  const title = gini === null ? t('lorenz.titleUnknown') : t('lorenz.title', { gini: format.number(gini, 2) })
  return (
    <ChartPanel
      title={title}
      note={t('lorenz.note', { unbiased: format.number(giniUnbiased, 3) })}
      ariaLabel={title}
      option={option}
      table={{
        columns: [
          { key: 'accounts', label: t('lorenz.accounts'), align: 'end' },
          { key: 'sales', label: t('lorenz.sales'), align: 'end' },
        ],
        rows: STEPS.map((step) => ({
          key: String(step),
          cells: [format.percent(step, 0), format.percent(curveShare(curve, step))],
        })),
      }}
    />
  )
}

/** How much hangs on how few, in the measures auditors and competition authorities use. */
export function ConcentrationPanel({ overview }: { overview: PortfolioOverview }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { concentration, pareto } = overview
  const facts = [
    { key: 'largest', value: format.percent(concentration.largestSharePercent) },
    { key: 'half', value: format.number(pareto.halfCount) },
    { key: 'herfindahl', value: format.number(concentration.herfindahl) },
    { key: 'effective', value: format.number(concentration.effectiveCustomers, 1) },
    { key: 'negative', value: format.number(concentration.negativeCount) },
  ] as const
  return (
    <Panel
      title={
        concentration.effectiveCustomers === null
          ? t('concentration.titleUnknown')
          : t('concentration.title', { count: Math.round(concentration.effectiveCustomers) })
      }
      note={t('concentration.note')}
    >
      <dl>
        {facts.map(({ key, value }) => (
          <div key={key} className={styles.fact}>
            <dt title={t(`concentration.${key}.hint`)}>{t(`concentration.${key}.name`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
