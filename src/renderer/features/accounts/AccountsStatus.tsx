import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import type { SelectionTotals } from './selection-totals.ts'

/** Rows and selection in figures, for the status bar. */
export function AccountsStatus({
  total,
  all,
  netSales,
  selection,
}: {
  total: number
  all: number
  netSales: number
  selection: SelectionTotals
}) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  return (
    <>
      <span>
        <b>{format.number(total)}</b> {t('status.rows', { count: total, all: format.number(all) })}
      </span>
      {selection.count === 0 ? (
        <span title={format.moneyFull(netSales)}>
          {t('status.sales')} <b>{format.money(netSales)}</b>
        </span>
      ) : (
        <>
          <span>
            {t('status.selected')} <b>{format.number(selection.count)}</b>
          </span>
          {selection.netSales !== null && (
            <span title={format.moneyFull(selection.netSales)}>
              {t('status.sum')} <b>{format.money(selection.netSales)}</b>
            </span>
          )}
          {selection.score && (
            <span>
              {t('status.meanScore')} <b>{format.number(selection.score.mean, 1)}</b>
              {selection.score.known < selection.count &&
                ` ${t('status.known', { known: selection.score.known, count: selection.count })}`}
            </span>
          )}
        </>
      )}
    </>
  )
}
