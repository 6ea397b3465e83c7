import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountSortField } from '#shared/contract/account.ts'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { type Kpi, KpiStrip } from '../../components/KpiStrip.tsx'
import { marginChange, returnsShare } from './overview-facts.ts'

const SURE_COVERAGE = 99.5

const sortedBy = (field: AccountSortField, descending = true): Pick<LinkProps, 'to' | 'search'> => ({
  to: '/accounts',
  search: { filter: { trading: true }, sort: [{ field, descending }] },
})

/** The six figures of the window, each opening the accounts in the order that explains it. */
export function OverviewKpis({ overview, canOpen }: { overview: PortfolioOverview; canOpen: boolean }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { concentration, marginCoveragePercent } = overview
  const change = marginChange(overview)
  const coverage =
    overview.marginPercent !== null && marginCoveragePercent < SURE_COVERAGE
      ? t('kpi.marginCoverage', { share: format.percent(marginCoveragePercent, 0) })
      : null
  const figures: (Omit<Kpi, 'label'> & { key: KpiKey; link: ReturnType<typeof sortedBy> })[] = [
    {
      key: 'sales',
      value: format.money(overview.netSales),
      note: overview.growthPercent === null ? t('kpi.noPrior') : format.signedPercent(overview.growthPercent),
      hint: format.moneyFull(overview.netSales),
      link: sortedBy('netSales'),
    },
    {
      key: 'margin',
      value: format.percent(overview.marginPercent),
      note: coverage ?? (change === null ? undefined : t('kpi.points', { points: format.signed(change, 1) })),
      link: sortedBy('marginPercent', false),
    },
    {
      key: 'retention',
      value: format.percent(overview.netRetentionPercent),
      hint: t('kpi.hint.retention'),
      link: sortedBy('growthPercent', false),
    },
    {
      key: 'repurchase',
      value: format.percent(overview.repurchasePercent),
      hint: t('kpi.hint.repurchase'),
      link: sortedBy('recencyDays'),
    },
    {
      key: 'returns',
      value: format.percent(returnsShare(overview), 2),
      note: format.money(overview.returns),
      hint: `${t('kpi.hint.returns')} · ${format.moneyFull(overview.returns)}`,
      link: sortedBy('returns'),
    },
    {
      key: 'concentration',
      value: format.percent(concentration.largestSharePercent),
      note:
        concentration.effectiveCustomers === null
          ? undefined
          : t('kpi.effective', { count: Math.round(concentration.effectiveCustomers) }),
      link: sortedBy('netSales'),
    },
  ]
  return (
    <KpiStrip
      kpis={figures.map(({ key, value, note, hint, link }) => ({
        key,
        label: t(`kpi.${key}`),
        value: canOpen ? (
          <FigureLink {...link} hint={hint ?? t('open.accounts')}>
            {value}
          </FigureLink>
        ) : (
          value
        ),
        ...(note === undefined ? {} : { note }),
        ...(hint === undefined ? {} : { hint }),
      }))}
    />
  )
}
type KpiKey = 'sales' | 'margin' | 'retention' | 'repurchase' | 'returns' | 'concentration'
