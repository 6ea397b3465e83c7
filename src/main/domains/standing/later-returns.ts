import type { Day } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/**
 * By how many the kept order counts of a window must be corrected, per account, to be those of its last
 * day: an order counts unless more came back than was bought, and what came back later had not yet.
 */
export function readLaterReturns(
  { sqlite }: ReadDatabase,
  window: { from: Day; to: Day },
): Map<number, number> {
  const hasLaterLines = sqlite.prepare<[Day]>('SELECT 1 FROM order_line WHERE ordered_on > ? LIMIT 1')
  if (!hasLaterLines.get(window.to)) return new Map()
  const corrections = sqlite
    .prepare<[Day, Day, Day], [number, number]>(
      `SELECT account_key, sum(counted_then - counted_now) AS correction
       FROM (SELECT placed.account_key, placed.gross > placed.returns AS counted_now,
           sum(line.base_amount) > 0 AS counted_then
         FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
         WHERE placed.returns > 0 AND placed.gross > 0 AND placed.ordered_on BETWEEN ? AND ?
           AND line.ordered_on <= ?
         GROUP BY placed.key)
       GROUP BY account_key HAVING correction <> 0`,
    )
    .raw()
    .all(window.from, window.to, window.to)
  return new Map(corrections)
}
