import { useTranslation } from 'react-i18next'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { KpiStrip } from '../../components/KpiStrip.tsx'
import { netSalesOf } from './receipt-facts.ts'

/** What the order lines of an import come to. */
export function ReceiptSales({ receipt }: { receipt: ImportReceipt }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { grossSales, returns, returnLines, orders } = receipt
  const net = netSalesOf(receipt)
  return (
    <KpiStrip
      kpis={[
        { key: 'net', label: t('facts.net'), value: format.money(net), hint: format.moneyFull(net) },
        {
          key: 'gross',
          label: t('facts.gross'),
          value: format.money(grossSales),
          hint: format.moneyFull(grossSales),
        },
        {
          key: 'returns',
          label: t('facts.returnsApart'),
          value: format.money(returns),
          note: t('facts.returnRows', { count: returnLines, rows: format.number(returnLines) }),
          hint: format.moneyFull(returns),
        },
        { key: 'orders', label: t('facts.orders'), value: format.number(orders) },
      ]}
    />
  )
}
