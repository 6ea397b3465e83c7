import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderLineRow } from '#shared/contract/account.ts'
import type { Amount } from '#shared/domain/money.ts'
import { type Format, useFormat } from '../../../components/format.tsx'
import type { GridColumn } from '../../../components/grid/grid-column.ts'
import { Missing } from '../../../components/Missing.tsx'
import { Tag } from '../../../components/Tag.tsx'

/** An order line with its place in the list, since two lines of an order may be alike. */
export type PlacedLine = OrderLineRow & { place: number }

const KEYS = [
  'orderedOn',
  'orderNumber',
  'kind',
  'product',
  'category',
  'quantity',
  'unitPrice',
  'amount',
  'baseAmount',
  'cost',
  'discountPercent',
  'channel',
  'sourceFile',
] as const
type LineColumn = (typeof KEYS)[number]

const SHAPES: Record<LineColumn, Pick<GridColumn<PlacedLine>, 'width' | 'flex' | 'align'>> = {
  orderedOn: { width: 104 },
  orderNumber: { width: 140 },
  kind: { width: 72 },
  product: { width: 168, flex: 1 },
  category: { width: 112 },
  quantity: { width: 80, align: 'end' },
  unitPrice: { width: 112, align: 'end' },
  amount: { width: 128, align: 'end' },
  baseAmount: { width: 128, align: 'end' },
  cost: { width: 112, align: 'end' },
  discountPercent: { width: 80, align: 'end' },
  channel: { width: 88 },
  sourceFile: { width: 160 },
}

const UNITS = { divisor: 1, mark: '' } as const

/** Two decimals and the currency's sign; the exact amount is on hover. */
function cents(format: Format, value: Amount, currency: string | null): string {
  const symbol = currency ? format.currencySymbol(currency) : ''
  const figure = format.amountIn(Math.abs(value), UNITS, 2)
  return `${value < 0 ? '\u2212' : ''}${symbol}${figure}`
}

/** Name with its code, once where the name carries the code. */
function productText({ productCode, productName }: OrderLineRow): string | null {
  if (productName === null || productCode === null) return productName ?? productCode
  return productName.includes(productCode) ? productName : `${productCode} ${productName}`
}

function exactOf(key: LineColumn, line: OrderLineRow, format: Format): string {
  switch (key) {
    case 'cost':
    case 'amount': {
      const value = line[key]
      return value === null ? '' : format.moneyFull(value, line.currency)
    }
    case 'baseAmount':
      return format.moneyFull(line.baseAmount)
    default:
      return textOf(key, line, format) ?? ''
  }
}

function textOf(key: LineColumn, line: OrderLineRow, format: Format): string | null {
  switch (key) {
    case 'product':
      return productText(line)
    case 'quantity':
      return line.quantity === null ? null : format.number(line.quantity, 3)
    case 'unitPrice':
      return line.unitPrice === null ? null : format.moneyFull(line.unitPrice, line.currency)
    case 'cost':
    case 'amount': {
      const value = line[key]
      return value === null ? null : cents(format, value, line.currency)
    }
    case 'baseAmount':
      return cents(format, line.baseAmount, format.currency)
    case 'discountPercent':
      return line.discountPercent === null ? null : format.percent(line.discountPercent)
    case 'kind':
      return null
    default:
      return line[key]
  }
}

/** Columns of the order lines; the base currency has one of its own only where lines come in another. */
export function useLineColumns(hasForeign: boolean): GridColumn<PlacedLine>[] {
  const { t } = useTranslation('account')
  const format = useFormat()
  return useMemo(
    () =>
      KEYS.filter((key) => hasForeign || key !== 'baseAmount').map((key) => ({
        ...SHAPES[key],
        key,
        header: t(`trade.column.${key}`),
        render: (line) =>
          key === 'kind' ? (
            line.isReturn ? (
              <Tag>{t('trade.kindName.returns')}</Tag>
            ) : (
              t('trade.sale')
            )
          ) : (
            (textOf(key, line, format) ?? <Missing />)
          ),
        hint: (line) =>
          key === 'sourceFile'
            ? t('trade.imported', { file: line.sourceFile, time: format.momentFull(line.importedAt) })
            : exactOf(key, line, format),
      })),
    [t, format, hasForeign],
  )
}
