import type { Database as Sqlite } from 'better-sqlite3'

/** Adds lines to (1) or takes them from (−1) the sums by product. A product without sales and returns has no row. */
export function shiftProductSales(
  sqlite: Sqlite,
  sign: 1 | -1,
  table: 'order_line' | 'order_line_withdrawn',
  condition: string,
  value: string | number,
): void {
  sqlite
    .prepare(
      `INSERT INTO product_sales (product_key, gross, returns)
       SELECT product_key, ${sign} * sum(CASE WHEN is_return = 0 THEN base_amount ELSE 0 END),
         ${-sign} * sum(CASE WHEN is_return = 1 THEN base_amount ELSE 0 END)
       FROM ${table} WHERE ${condition} AND product_key IS NOT NULL GROUP BY product_key
       ON CONFLICT (product_key) DO UPDATE SET
         gross = gross + excluded.gross, returns = returns + excluded.returns`,
    )
    .run(value)
  sqlite.exec('DELETE FROM product_sales WHERE gross = 0 AND returns = 0')
}
