import { useTranslation } from 'react-i18next'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { recordFacts } from './check-facts.ts'
import { netSalesOf, newLines } from './receipt-facts.ts'

type Fact = readonly [key: string, label: string, figure: string]

/** What an import of order lines made, and what one of records made. */
function useFacts(receipt: ImportReceipt): Fact[] {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { kind } = receipt
  if (kind === 'order-lines') {
    return [
      ['lines', t('receipt.lines'), format.number(newLines(receipt))],
      ['orders', t('facts.orders'), format.number(receipt.orders)],
      ['accounts', t('facts.newAccounts'), format.number(receipt.newAccounts)],
      ...(receipt.updatedAccounts > 0
        ? [['updated', t('facts.updatedAccounts'), format.number(receipt.updatedAccounts)] satisfies Fact]
        : []),
      ['products', t('facts.newProducts'), format.number(receipt.newProducts)],
    ]
  }
  const { hasUpdates, makesProspects, hasCredits, hasSum } = recordFacts(kind, receipt)
  const facts: readonly (Fact | false)[] = [
    ['created', t('facts.created'), format.number(receipt.created)],
    hasUpdates && ['updated', t('facts.updated'), format.number(receipt.updated)],
    makesProspects && ['accounts', t('facts.newProspects'), format.number(receipt.newAccounts)],
    hasCredits && ['credits', t('facts.credits'), format.money(receipt.returns)],
    hasSum && ['sum', t('facts.sum'), format.money(netSalesOf(receipt))],
  ]
  return facts.filter((fact) => fact !== false)
}

/** What an import brought, and in which currencies. */
export function ReceiptCameIn({ receipt }: { receipt: ImportReceipt }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const facts = useFacts(receipt)
  const currencies = receipt.currencies.length > 1 ? receipt.currencies : []
  const count = newLines(receipt)
  const title = t('receipt.cameIn', { count, rows: format.number(count) })
  return (
    <Panel padding="none" title={title}>
      <SimpleTable
        label={title}
        columns={[
          { key: 'what', label: t('receipt.what') },
          { key: 'count', label: t('receipt.number'), align: 'end' },
        ]}
        rows={[
          ...facts.map(([key, label, figure]) => ({ key, cells: [label, figure] })),
          ...currencies.map(({ currency, rowCount }) => ({
            key: currency,
            cells: [t('receipt.inCurrency', { currency }), format.number(rowCount)],
          })),
        ]}
      />
    </Panel>
  )
}
