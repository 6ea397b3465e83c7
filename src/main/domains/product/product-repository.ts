import { sql } from 'kysely'
import type { CategoryRow, ProductRow } from '#shared/contract/product.ts'
import type { Id } from '#shared/domain/id.ts'
import { escapeLike } from '../../database/escape-like.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

interface ProductFilter {
  text?: string | undefined
  categoryId?: Id | null | undefined
  offset: number
  limit: number
}

export function listProducts(
  database: ReadDatabase,
  { text, categoryId, offset, limit }: ProductFilter,
): { rows: ProductRow[]; total: number } {
  let matching = tables
    .selectFrom('product')
    .leftJoin('category', (join) =>
      join.onRef('category.id', '=', 'product.category_id').on('category.is_deleted', '=', 0),
    )
    .leftJoin('product_sales', 'product_sales.product_key', 'product.key')
    .where('product.is_deleted', '=', 0)
  if (text?.trim()) {
    const wanted = escapeLike(text.trim().toLowerCase())
    matching = matching.where(
      sql<boolean>`(product.name like ${`%${wanted}%`} escape '\\' or product.code like ${`%${wanted}%`} escape '\\'
        or product.name_initials like ${`${wanted}%`} escape '\\'
        or product.name_pinyin like ${`${wanted}%`} escape '\\')`,
    )
  }
  if (categoryId === null) matching = matching.where('category.id', 'is', null)
  else if (categoryId) matching = matching.where('category.id', '=', idToBlob(categoryId))

  const rows = database.all(
    matching
      .select([
        'product.id',
        'product.code',
        'product.name',
        'category.id as category_id',
        'category.name as category',
        sql<number>`coalesce(product_sales.gross - product_sales.returns, 0)`.as('net'),
      ])
      .orderBy('net', 'desc')
      .orderBy('product.code')
      .offset(offset)
      .limit(limit),
  )
  const total = database.get(matching.select((builder) => builder.fn.countAll<number>().as('count')))
  return {
    rows: rows.map((row) => ({
      id: blobToId(row.id),
      code: row.code,
      name: row.name,
      categoryId: row.category_id && blobToId(row.category_id),
      category: row.category,
      netSales: row.net,
    })),
    total: total?.count ?? 0,
  }
}

export function listCategories(database: ReadDatabase): CategoryRow[] {
  const rows = database.all(
    tables
      .selectFrom('category')
      .leftJoin('product', (join) =>
        join.onRef('product.category_id', '=', 'category.id').on('product.is_deleted', '=', 0),
      )
      .leftJoin('product_sales', 'product_sales.product_key', 'product.key')
      .where('category.is_deleted', '=', 0)
      .groupBy('category.key')
      .select([
        'category.id',
        'category.name',
        sql<number>`count(product.key)`.as('product_count'),
        sql<number>`coalesce(sum(product_sales.gross - product_sales.returns), 0)`.as('net'),
      ])
      .orderBy('net', 'desc')
      .orderBy('category.name'),
  )
  return rows.map((row) => ({
    id: blobToId(row.id),
    name: row.name,
    productCount: row.product_count,
    netSales: row.net,
  }))
}

export function findCategoryName(database: ReadDatabase, id: Id): string | undefined {
  return database.get(
    tables.selectFrom('category').select('name').where('id', '=', idToBlob(id)).where('is_deleted', '=', 0),
  )?.name
}

export function findProductName(database: ReadDatabase, id: Id): string | undefined {
  return database.get(
    tables.selectFrom('product').select('name').where('id', '=', idToBlob(id)).where('is_deleted', '=', 0),
  )?.name
}

export function findProductByCode(database: ReadDatabase, code: string): Id | undefined {
  const row = database.get(
    tables.selectFrom('product').select('id').where('code', '=', code).where('is_deleted', '=', 0),
  )
  return row && blobToId(row.id)
}

export function countProductsOf(database: ReadDatabase, categoryId: Id): number {
  const row = database.get(
    tables
      .selectFrom('product')
      .select((builder) => builder.fn.countAll<number>().as('count'))
      .where('category_id', '=', idToBlob(categoryId))
      .where('is_deleted', '=', 0),
  )
  return row?.count ?? 0
}
