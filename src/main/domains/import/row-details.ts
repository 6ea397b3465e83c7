import type { OrderLineField, OrderLineMapping } from '#shared/domain/order-line.ts'
import { createTextReader } from '../../interchange/cell-readers.ts'
import { createTextStore } from '../../interchange/text-store.ts'

type Cells = readonly string[]

/** Texts that describe a customer or product; null for an empty cell. */
export interface RowDetails {
  customerName(cells: Cells): string | null
  country(cells: Cells): string | null
  productName(cells: Cells): string | null
  category(cells: Cells): string | null
}

const REMEMBERED_TEXTS = 50_000

/** Reads descriptions only when they are asked for: of a million rows a few thousand tell anything new. */
export function createRowDetails(headers: readonly string[], mapping: OrderLineMapping): RowDetails {
  const store = createTextStore(REMEMBERED_TEXTS)
  const readerOf = (field: OrderLineField, kind: 'name' | 'customer-name') => {
    const header = mapping[field]
    const column = { index: header === undefined ? -1 : headers.indexOf(header), header: header ?? '' }
    return createTextReader(column, kind, store, () => {})
  }
  return {
    customerName: readerOf('customerName', 'customer-name'),
    country: readerOf('country', 'name'),
    productName: readerOf('productName', 'name'),
    category: readerOf('category', 'name'),
  }
}

/** The mapping without what describes customers and products that the row names by number. */
export function withoutDetails(mapping: OrderLineMapping): OrderLineMapping {
  const { country, category, customerName, productName, ...rest } = mapping
  return {
    ...rest,
    ...(mapping.customerNumber === undefined && customerName !== undefined ? { customerName } : {}),
    ...(mapping.productCode === undefined && productName !== undefined ? { productName } : {}),
  }
}
