import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import { useFormat } from '../format.tsx'
import { SimpleTable } from '../SimpleTable.tsx'

/** Gross profit year by year, weighted by the chance of staying and discounted to today. */
export function ForecastTable({
  forecast,
  isBrief,
}: {
  forecast: NonNullable<LifetimeAccount['forecast']>
  /** Year, expected profit and present value alone. */
  isBrief: boolean
}) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const money = (amount: number) => <span title={format.moneyFull(amount)}>{format.money(amount)}</span>
  const columns = [
    { key: 'year', isBrief: true },
    { key: 'sales', isBrief: false },
    { key: 'grossProfit', isBrief: false },
    { key: 'survival', isBrief: false },
    { key: 'expected', isBrief: true },
    { key: 'discount', isBrief: false },
    { key: 'present', isBrief: true },
  ] as const
  const shown = columns.filter((column) => !isBrief || column.isBrief)
  const rows = forecast.years.map((row) => ({
    key: String(row.year),
    figures: {
      year: format.number(row.year),
      sales: money(row.sales),
      grossProfit: money(row.grossProfit),
      survival: format.percent(row.survivalPercent),
      expected: money(row.expectedProfit),
      discount: format.decimal(row.discountFactor, 3),
      present: money(row.presentValue),
    },
  }))
  const totals = { expected: money(forecast.undiscounted), present: money(forecast.value) }
  return (
    <SimpleTable
      label={t('years.label')}
      isTight
      columns={shown.map(({ key }) => ({
        key,
        label: t(`years.${key}`),
        ...(key === 'year' ? {} : { align: 'end' as const }),
      }))}
      rows={rows.map(({ key, figures }) => ({ key, cells: shown.map((column) => figures[column.key]) }))}
      footer={shown.map(({ key }) =>
        key === 'year' ? t('years.total') : key === 'expected' || key === 'present' ? totals[key] : '',
      )}
    />
  )
}
