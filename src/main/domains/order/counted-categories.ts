import type { Database as Sqlite } from 'better-sqlite3'

/**
 * Under which category the kept aggregates count a product's lines, as far as this connection knows. It spares a
 * recount of everything when products come with their category; being a temporary table, it rolls back with the rest.
 */
const TABLE = `CREATE TEMP TABLE IF NOT EXISTS counted_category (
  product_key INTEGER PRIMARY KEY,
  category_key INTEGER NOT NULL
) STRICT`

/** Key of the category a product belongs to, 0 for none. A removed category keeps its key. */
export const CATEGORY_OF_PRODUCT =
  'coalesce((SELECT category.key FROM category WHERE category.id = product.category_id), 0)'

/** All lines are counted under their products' present categories. */
export function noteAllCounted(sqlite: Sqlite): void {
  sqlite.exec(`${TABLE};
    INSERT OR REPLACE INTO temp.counted_category (product_key, category_key)
      SELECT key, ${CATEGORY_OF_PRODUCT} FROM product`)
}

/** The lines of these products are counted under their present categories. */
export function noteCounted(sqlite: Sqlite, productKeys: Iterable<number>): void {
  sqlite.exec(TABLE)
  const note = sqlite.prepare<[number]>(
    `INSERT OR REPLACE INTO temp.counted_category (product_key, category_key)
       SELECT key, ${CATEGORY_OF_PRODUCT} FROM product WHERE key = ?`,
  )
  for (const key of productKeys) note.run(key)
}

/** Whether the product's lines are known to be counted under its present category. */
export function createCountedTest(sqlite: Sqlite): (productKey: number) => boolean {
  sqlite.exec(TABLE)
  const find = sqlite.prepare<[number]>(
    `SELECT 1 FROM temp.counted_category AS counted JOIN product ON product.key = counted.product_key
     WHERE product.key = ? AND counted.category_key = ${CATEGORY_OF_PRODUCT}`,
  )
  return (productKey) => find.get(productKey) !== undefined
}
