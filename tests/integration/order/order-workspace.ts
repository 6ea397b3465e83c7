import { randomUUID } from 'node:crypto'
import type { Day } from '#shared/domain/calendar.ts'
import { idToBlob } from '../../../src/main/database/id-blob.ts'
import { currencyRateId } from '../../../src/main/domains/currency/currency-repository.ts'
import { readBudgetRates, toBaseAmount } from '../../../src/main/domains/order/budget-rates.ts'
import { openOrderBook } from '../../../src/main/domains/order/order-book.ts'
import { createOrderLineWriter, OPTIONAL_COLUMNS } from '../../../src/main/domains/order/order-line-writer.ts'
import { rebuildAggregates } from '../../../src/main/domains/order/rebuild-aggregates.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

/** A line as a test writes it down: customer, product and currency by position, amounts in ten-thousandths. */
export interface TestLine {
  account: number
  order: string
  orderedOn: Day
  amount: number
  product?: number | null | undefined
  currency?: string | undefined
  cost?: number | null | undefined
  quantity?: number | null | undefined
  channel?: string | null | undefined
}

export interface OrderWorkspace extends TestWorkspace {
  /** Writes lines as one batch, those that stand already left out, and returns the batch's key. */
  write(lines: readonly TestLine[]): number
  batchId(key: number): string
  setCategory(product: number, category: number | null): string
  setRate(currency: string, rate: number): string
  aggregates(): string[]
  rebuilt(): string[]
  lines(): string[]
  /** Takes everything back to the beginning, for the next run of a property. */
  clear(): void
}

const ACCOUNTS = 4
const PRODUCTS = 4
const CATEGORIES = 3

/** A workspace with four customers, four products and three categories, all with keys from 1, and CNY as its currency. */
export function createOrderWorkspace(): OrderWorkspace {
  const workspace = createTestWorkspace()
  const { database } = workspace
  const { sqlite } = database
  // Hundreds of small transactions of a property need not reach the disk.
  sqlite.pragma('synchronous = OFF')
  const insert = (sql: string, ...values: unknown[]) => sqlite.prepare(sql).run(...values)
  for (let key = 1; key <= ACCOUNTS; key += 1) {
    insert(
      'INSERT INTO party (key, id, number, name) VALUES (?, ?, ?, ?)',
      key,
      idToBlob(randomUUID()),
      `K${key}`,
      `Customer ${key}`,
    )
  }
  for (let key = 1; key <= CATEGORIES; key += 1) {
    insert(
      'INSERT INTO category (key, id, name) VALUES (?, ?, ?)',
      key,
      idToBlob(randomUUID()),
      `Category ${key}`,
    )
  }
  for (let key = 1; key <= PRODUCTS; key += 1) {
    insert('INSERT INTO product (key, id, code) VALUES (?, ?, ?)', key, idToBlob(randomUUID()), `P${key}`)
  }
  insert('INSERT INTO setting (id, base_currency) VALUES (?, ?)', idToBlob(randomUUID()), 'CNY')

  const idOf = (table: string, key: number) => {
    const hex =
      sqlite
        .prepare<[number], string>(`SELECT lower(hex(id)) FROM ${table} WHERE key = ?`)
        .pluck()
        .get(key) ?? ''
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  const rowsOf = (table: string, condition = '') =>
    sqlite
      .prepare<[], unknown[]>(`SELECT * FROM ${table} ${condition} ORDER BY 1, 2, 3`)
      .raw()
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`)
  const aggregates = () => [
    ...rowsOf('sales_order', 'WHERE line_count > 0'),
    ...rowsOf('account_month'),
    ...rowsOf('account_month_category'),
    ...rowsOf('product_sales'),
  ]

  return {
    ...workspace,
    write(lines) {
      return database.transaction(() => {
        const { rates } = readBudgetRates(database)
        const id = idToBlob(randomUUID())
        insert('INSERT INTO fact_batch (id, kind) VALUES (?, ?)', id, 'order-lines')
        const batchKey =
          sqlite.prepare<[Buffer], number>('SELECT key FROM fact_batch WHERE id = ?').pluck().get(id) ?? 0
        const book = openOrderBook(database)
        const writer = createOrderLineWriter(database, { batchKey, book, columns: new Set(OPTIONAL_COLUMNS) })
        for (const {
          account,
          order,
          orderedOn,
          amount,
          product = null,
          currency = 'CNY',
          cost = null,
          quantity = null,
          channel = null,
        } of lines) {
          const rate = rates.get(currency) ?? 1
          const category = sqlite
            .prepare<[number | null], number>(
              'SELECT category.key FROM product JOIN category ON category.id = product.category_id WHERE product.key = ?',
            )
            .pluck()
            .get(product)
          const line = {
            accountKey: account,
            orderKey: book.keyOf(account, order),
            orderNumber: order,
            productKey: product,
            categoryKey: category ?? 0,
            orderedOn,
            quantity,
            unitPrice: null,
            amount,
            currency,
            baseAmount: toBaseAmount(amount, rate),
            cost,
            baseCost: cost === null ? null : toBaseAmount(cost, rate),
            discountPercent: null,
            channel,
            isReturn: amount < 0,
            isSale: amount > 0,
          }
          if (!book.takeStanding(line.orderKey, line.productKey, line)) writer.write(line)
        }
        const { sha256, lineCount } = writer.finish()
        insert('UPDATE fact_batch SET sha256 = ?, row_count = ? WHERE key = ?', sha256, lineCount, batchKey)
        return batchKey
      })
    },
    batchId: (key) => idOf('fact_batch', key),
    setCategory(product, category) {
      insert(
        'UPDATE product SET category_id = (SELECT id FROM category WHERE key = ?) WHERE key = ?',
        category,
        product,
      )
      return idOf('product', product)
    },
    setRate(currency, rate) {
      const id = currencyRateId(currency)
      insert(
        `INSERT INTO currency_rate (id, currency, budget_rate) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET budget_rate = excluded.budget_rate`,
        idToBlob(id),
        currency,
        rate,
      )
      return id
    },
    aggregates,
    rebuilt() {
      // Taken back at once, so that what the connection knows of categories stays as it was.
      sqlite.exec('SAVEPOINT rebuilt')
      rebuildAggregates(database)
      const rows = aggregates()
      sqlite.exec('ROLLBACK TO rebuilt; RELEASE rebuilt')
      return rows
    },
    lines: () => rowsOf('order_line'),
    clear() {
      const facts = [
        'order_line',
        'order_line_withdrawn',
        'sales_order',
        'account_month',
        'account_month_category',
        'product_sales',
        'fact_batch',
        'currency_rate',
      ]
      sqlite.exec(`${facts.map((table) => `DELETE FROM ${table};`).join('')}
        UPDATE party SET is_deleted = 0; UPDATE product SET category_id = NULL;
        DROP TABLE IF EXISTS temp.counted_category`)
    },
  }
}
