import type { z } from 'zod'
import type { orderLineRow } from '#shared/contract/account.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { CATEGORY_OF_PRODUCT } from './counted-categories.ts'

export type OrderLineRow = z.infer<typeof orderLineRow>

export interface OrderLineFilter {
  accountKey: number
  from?: Day | undefined
  to?: Day | undefined
  /** Null for lines without a category; left out for all. */
  categoryKey?: number | null | undefined
  kind?: 'all' | 'sales' | 'returns' | undefined
}

type StoredLine = Omit<OrderLineRow, 'isReturn'> & { isReturn: 0 | 1 }

/** An account's lines, newest first, with their number and the sum of their base amounts whatever the page. */
export function listOrderLines(
  { sqlite }: ReadDatabase,
  filter: OrderLineFilter,
  page: { offset: number; limit: number },
): { rows: OrderLineRow[]; total: number; sum: number } {
  const conditions = ['placed.account_key = ?']
  const values: (string | number)[] = [filter.accountKey]
  const where = (condition: string, ...bound: (string | number)[]) => {
    conditions.push(condition)
    values.push(...bound)
  }
  if (filter.from !== undefined) where('line.ordered_on >= ?', filter.from)
  if (filter.to !== undefined) where('line.ordered_on <= ?', filter.to)
  if (filter.categoryKey !== undefined) {
    where(
      `coalesce((SELECT ${CATEGORY_OF_PRODUCT} FROM product WHERE product.key = line.product_key), 0) = ?`,
      filter.categoryKey ?? 0,
    )
  }
  if (filter.kind === 'sales') where('line.is_return = 0')
  if (filter.kind === 'returns') where('line.is_return = 1')
  const lines = `FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
    WHERE ${conditions.join(' AND ')}`

  const totals = sqlite
    .prepare<(string | number)[], { total: number; sum: number }>(
      `SELECT count(*) AS total, coalesce(sum(line.base_amount), 0) AS sum ${lines}`,
    )
    .get(...values)
  const rows = sqlite
    .prepare<(string | number)[], StoredLine>(
      `SELECT chosen.number AS orderNumber, line.ordered_on AS orderedOn,
         product.code AS productCode, product.name AS productName, category.name AS category,
         line.quantity * 1.0 / ${AMOUNT_SCALE} AS quantity, line.unit_price AS unitPrice, line.amount, line.currency,
         line.base_amount AS baseAmount, line.cost, line.discount_percent * 1.0 / ${AMOUNT_SCALE} AS discountPercent,
         line.channel, line.is_return AS isReturn, fact_batch.file_name AS sourceFile,
         fact_batch.imported_at AS importedAt
       FROM (SELECT line.key, placed.number ${lines} ORDER BY line.ordered_on DESC, line.key DESC LIMIT ? OFFSET ?) AS chosen
       CROSS JOIN order_line AS line ON line.key = chosen.key
       JOIN fact_batch ON fact_batch.key = line.batch_key
       LEFT JOIN product ON product.key = line.product_key
       LEFT JOIN category ON category.id = product.category_id AND category.is_deleted = 0
       ORDER BY line.ordered_on DESC, line.key DESC`,
    )
    .all(...values, page.limit, page.offset)
  return {
    rows: rows.map((row) => ({ ...row, isReturn: row.isReturn === 1 })),
    total: totals?.total ?? 0,
    sum: totals?.sum ?? 0,
  }
}
