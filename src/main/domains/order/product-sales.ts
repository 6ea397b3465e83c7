import type { Database as Sqlite } from 'better-sqlite3'

/** Adds a batch's lines to the sums by product (1) or takes them away (−1). */
export function shiftProductSales(
  sqlite: Sqlite,
  sign: 1 | -1,
  table: 'order_line' | 'order_line_withdrawn',
  batchKey: number,
): void {
  sqlite
    .prepare(
      `INSERT INTO product_sales (product_key, gross, returns)
       SELECT product_key, ${sign} * sum(CASE WHEN is_return = 0 THEN base_amount ELSE 0 END),
         ${-sign} * sum(CASE WHEN is_return = 1 THEN base_amount ELSE 0 END)
       FROM ${table} WHERE batch_key = ? AND product_key IS NOT NULL GROUP BY product_key
       ON CONFLICT (product_key) DO UPDATE SET
         gross = gross + excluded.gross, returns = returns + excluded.returns`,
    )
    .run(batchKey)
  sqlite.exec('DELETE FROM product_sales WHERE gross = 0 AND returns = 0')
}

/** Adds to the sums by product. A product without sales and returns has no row. */
export function addProductSales(
  sqlite: Sqlite,
  changes: ReadonlyMap<number, { gross: number; returns: number }>,
): void {
  const add = sqlite.prepare(
    `INSERT INTO product_sales (product_key, gross, returns) VALUES (?, ?, ?)
     ON CONFLICT (product_key) DO UPDATE SET
       gross = gross + excluded.gross, returns = returns + excluded.returns`,
  )
  for (const [key, { gross, returns }] of changes) add.run(key, gross, returns)
  sqlite.exec('DELETE FROM product_sales WHERE gross = 0 AND returns = 0')
}
