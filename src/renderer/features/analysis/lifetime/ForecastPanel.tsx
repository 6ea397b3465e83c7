import { useTranslation } from 'react-i18next'
import type { LifetimePortfolio } from '#shared/contract/lifetime.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { type Fact, Facts } from './Facts.tsx'

/** The coming quarter's orders, beside what the same model would have said a quarter ago and what then came. */
export function ForecastPanel({ portfolio }: { portfolio: LifetimePortfolio }) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const { base, forecast, horizonWeeks: weeks } = portfolio
  if (base.kind === 'not-estimable' || !forecast) return null
  const { check } = base
  const deviation =
    check && check.orders > 0 ? ((check.expectedOrders - check.orders) / check.orders) * 100 : null
  const facts: Fact[] = [
    {
      key: 'expected',
      label: t('forecast.expected', { weeks }),
      value: format.number(forecast.expectedOrders),
    },
    {
      key: 'last',
      label: t('forecast.lastQuarter', { weeks }),
      value: format.number(forecast.ordersLastQuarter),
    },
    { key: 'before', label: t('forecast.yearBefore'), value: format.number(forecast.ordersYearBefore) },
    ...(check
      ? [
          {
            key: 'check',
            label: t('forecast.check', { day: format.day(check.from) }),
            value: t('forecast.checkFigures', {
              expected: format.number(check.expectedOrders),
              orders: format.number(check.orders),
            }),
          },
        ]
      : []),
    { key: 'quiet', label: t('forecast.quiet', { weeks }), value: format.number(forecast.quietCount) },
    { key: 'once', label: t('forecast.once'), value: format.number(forecast.onceCount) },
  ]
  return (
    <Panel
      question={t('forecast.question')}
      title={
        deviation === null
          ? t('forecast.titleUnchecked', { orders: format.number(forecast.expectedOrders), weeks })
          : t(deviation < 0 ? 'forecast.titleLow' : 'forecast.titleHigh', {
              orders: format.number(forecast.expectedOrders),
              weeks,
              percent: format.percent(Math.abs(deviation)),
            })
      }
      note={t('forecast.note')}
    >
      <Facts facts={facts} />
    </Panel>
  )
}
