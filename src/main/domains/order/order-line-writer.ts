import type { Database as Sqlite } from 'better-sqlite3'
import type { Day } from '#shared/domain/calendar.ts'
import { currencyCode } from '#shared/domain/money.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { applyAccountSales } from './apply-sales.ts'
import { createBatchDigest, type IdsByKey } from './batch-digest.ts'
import { type BulkInsert, createBulkInsert } from './bulk-insert.ts'
import type { OrderBook } from './order-book.ts'
import { addProductSales } from './product-sales.ts'
import { createSalesTotals, type SoldLine } from './sales-totals.ts'
import { suspendIndexes } from './suspended-indexes.ts'

/** A line whose account, order and product are known to the workspace. Amounts in ten-thousandths. */
export interface OrderLine extends SoldLine {
  orderNumber: string
  orderedOn: Day
  quantity: number | null
  unitPrice: number | null
  amount: number
  currency: string
  cost: number | null
  discountPercent: number | null
  channel: string | null
}

/** Columns a file may lack; what none of its lines has needs no binding. */
export const OPTIONAL_COLUMNS = [
  'product',
  'quantity',
  'unitPrice',
  'cost',
  'discountPercent',
  'channel',
] as const
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number]

export interface OrderLineWriterOptions {
  batchKey: number
  book: OrderBook
  /** Optional columns that occur; the others are written as unknown. */
  columns: ReadonlySet<OptionalColumn>
  /** Ids of accounts and products that are not in the workspace yet; else they are looked up. */
  ids?: IdsByKey
}

export interface OrderLineWriter {
  write(line: OrderLine): void
  /** Writes orders and aggregates, and returns the digest of the batch's rows. */
  finish(): { sha256: string; lineCount: number }
}

/**
 * Writes the lines of one batch inside the caller's open transaction. An empty table gets its indexes at the end.
 * Nothing but lines is written before `finish`.
 */
export function createOrderLineWriter(
  database: WorkspaceDatabase,
  { batchKey, book, columns, ids = idsOf(database) }: OrderLineWriterOptions,
): OrderLineWriter {
  const { sqlite } = database
  const isFirst = !sqlite.prepare('SELECT 1 FROM order_line LIMIT 1').get()
  const firstKey = firstKeyBeyondWithdrawn(sqlite)
  const resumeLineIndexes = isFirst ? suspendIndexes(sqlite, ['order_line']) : () => {}
  const totals = createSalesTotals()
  const digest = createBatchDigest(ids)
  const { baseCurrency } = readSettings(database)
  let insert = createLineInsert(sqlite, {
    batchKey,
    columns,
    ownCurrency: baseCurrency,
    bindsKey: firstKey !== null,
  })
  let bindsCurrency = false
  let lineCount = 0

  const has = presenceOf(columns)
  return {
    write(line) {
      if (!bindsCurrency && line.currency !== baseCurrency) {
        // From the first foreign line on, each line says its currency.
        insert.finish()
        insert = createLineInsert(sqlite, {
          batchKey,
          columns,
          ownCurrency: null,
          bindsKey: firstKey !== null,
        })
        bindsCurrency = true
      }
      insert.put(line.orderKey)
      insert.put(line.accountKey)
      insert.put(line.orderedOn)
      insert.put(line.amount)
      insert.put(line.baseAmount)
      insert.put(line.isReturn ? 1 : 0)
      if (has.product) insert.put(line.productKey)
      if (has.quantity) insert.put(line.quantity)
      if (has.unitPrice) insert.put(line.unitPrice)
      if (bindsCurrency) insert.put(line.currency)
      if (has.cost) {
        insert.put(line.cost)
        insert.put(line.baseCost)
      }
      if (has.discountPercent) insert.put(line.discountPercent)
      if (has.channel) insert.put(line.channel)
      if (firstKey !== null) insert.put(firstKey + lineCount)
      const order = totals.add(line)
      digest.add(order, line.accountKey, line.orderNumber, line.productKey, line)
      lineCount += 1
    },
    finish() {
      insert.finish()
      resumeLineIndexes()
      applyAccountSales(database, totals, book.newOrderNumber)
      addProductSales(sqlite, totals.products)
      return { sha256: digest.finish(), lineCount }
    },
  }
}

const presenceOf = (columns: ReadonlySet<OptionalColumn>) => ({
  product: columns.has('product'),
  quantity: columns.has('quantity'),
  unitPrice: columns.has('unitPrice'),
  cost: columns.has('cost'),
  discountPercent: columns.has('discountPercent'),
  channel: columns.has('channel'),
})

/** A row's placeholders are filled in the order of `columns`; what is the same in every line stands in the row itself. */
function createLineInsert(
  sqlite: Sqlite,
  options: {
    batchKey: number
    columns: ReadonlySet<OptionalColumn>
    /** Currency of all lines; null binds it per line. */
    ownCurrency: string | null
    bindsKey: boolean
  },
): BulkInsert {
  const { batchKey, columns, ownCurrency, bindsKey } = options
  const has = presenceOf(columns)
  const valueIf = (isBound: boolean) => (isBound ? '?' : 'NULL')
  const cells: [column: string, value: string][] = [
    ['batch_key', String(batchKey)],
    ['order_key', '?'],
    ['account_key', '?'],
    ['ordered_on', '?'],
    ['amount', '?'],
    ['base_amount', '?'],
    ['is_return', '?'],
    ['product_key', valueIf(has.product)],
    ['quantity', valueIf(has.quantity)],
    ['unit_price', valueIf(has.unitPrice)],
    ['currency', ownCurrency === null ? '?' : `'${currencyCode.parse(ownCurrency)}'`],
    ['cost', valueIf(has.cost)],
    ['base_cost', valueIf(has.cost)],
    ['discount_percent', valueIf(has.discountPercent)],
    ['channel', valueIf(has.channel)],
  ]
  if (bindsKey) cells.push(['key', '?'])
  return createBulkInsert(sqlite, {
    into: `order_line (${cells.map(([column]) => column).join(', ')})`,
    row: `(${cells.map(([, value]) => value).join(', ')})`,
  })
}

/** Withdrawn lines keep their keys for their return; null where the next key is past them anyway. */
function firstKeyBeyondWithdrawn(sqlite: Sqlite): number | null {
  const highest = (table: string) =>
    sqlite.prepare<[], number | null>(`SELECT max(key) FROM ${table}`).pluck().get() ?? 0
  const withdrawn = highest('order_line_withdrawn')
  return withdrawn > highest('order_line') ? withdrawn + 1 : null
}

/** Ids of accounts and products that are in the workspace. */
function idsOf({ sqlite }: WorkspaceDatabase): IdsByKey {
  const accountId = sqlite.prepare<[number], Buffer>('SELECT id FROM party WHERE key = ?').pluck()
  const productId = sqlite.prepare<[number], Buffer>('SELECT id FROM product WHERE key = ?').pluck()
  const required = (id: Buffer | undefined, what: string) => {
    if (!id) throw new RangeError(`An order line names a ${what} that is not there.`)
    return blobToId(id)
  }
  return {
    accountId: (key) => required(accountId.get(key), 'customer'),
    productId: (key) => required(productId.get(key), 'product'),
  }
}
