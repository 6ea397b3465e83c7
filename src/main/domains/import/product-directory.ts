import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { CATEGORY_OF_PRODUCT } from '../order/counted-categories.ts'
import type { RowDetails } from './row-details.ts'

export interface CategoryEntry {
  readonly key: number
  readonly id: Id
  readonly isNew: boolean
  readonly name: string
}

/** A product that rows of the file name. */
export interface ProductEntry {
  /** Local key; a new product has the key it will get when it is written. */
  readonly key: number
  readonly id: Id
  readonly isNew: boolean
  /** New, and no removed row comes back with it. */
  readonly isFresh: boolean
  readonly code: string
  /** Name and category as they will stand; only what was empty before a row is filled from it. */
  name: string | null
  category: CategoryEntry | null
  categoryKey: number
  readonly filled: Set<'name' | 'category'>
}

export interface ProductDirectory {
  /** The product of a row: by code, without one by name; a bare category is a product of its own. Details are read when needed. */
  find(code: string | null, name: string | null, cells: readonly string[]): ProductEntry | null
  entries(): Iterable<ProductEntry>
  /** Id of a product that has been found. */
  idOf(key: number): Id
  /** New products and categories in the order of their keys. */
  newEntries(): ProductEntry[]
  newCategories(): CategoryEntry[]
}

interface KnownProduct {
  key: number
  id: Buffer
  code: string
  name: string
  categoryKey: number
  isDeleted: number
}

const KNOWN = `SELECT product.key, product.id, product.code, product.name, product.is_deleted AS isDeleted,
  ${CATEGORY_OF_PRODUCT} AS categoryKey FROM product`

/** Matches products by code, else by their exact name, and categories by theirs. Writes nothing. */
export function openProductDirectory({ sqlite }: ReadDatabase, details: RowDetails): ProductDirectory {
  const byCode = sqlite.prepare<[string], KnownProduct>(
    `${KNOWN} WHERE product.code = ? AND product.is_deleted = 0 ORDER BY product.key LIMIT 1`,
  )
  const byId = sqlite.prepare<[Buffer], KnownProduct>(`${KNOWN} WHERE product.id = ?`)
  const byKey = sqlite.prepare<[number], KnownProduct>(`${KNOWN} WHERE product.key = ?`)
  const highestKey = highest('product')
  /** A first import has nothing to look for. */
  const isAlone = highestKey === 0
  const highestCategory = highest('category')

  const entriesByCode = new Map<string, ProductEntry>()
  const entriesByName = new Map<string, ProductEntry>()
  const entriesById = new Map<Id, ProductEntry>()
  const idsByKey = new Map<number, Id>()
  const categoriesByName = new Map<string, CategoryEntry>()
  let keysByName: Map<string, number> | null = null
  let newCount = 0
  let newCategoryCount = 0

  function highest(table: 'product' | 'category'): number {
    return sqlite.prepare<[], number | null>(`SELECT max(key) FROM ${table}`).pluck().get() ?? 0
  }

  const categoryOf = (name: string): CategoryEntry => {
    const met = categoriesByName.get(name)
    if (met) return met
    const live = sqlite
      .prepare<[string], { key: number; id: Buffer }>(
        'SELECT key, id FROM category WHERE name = ? AND is_deleted = 0 ORDER BY key LIMIT 1',
      )
      .get(name)
    let entry: CategoryEntry
    if (live) entry = { key: live.key, id: blobToId(live.id), isNew: false, name }
    else {
      const id = stableId('category-name', name)
      const same = sqlite
        .prepare<[Buffer], { key: number; isDeleted: number }>(
          'SELECT key, is_deleted AS isDeleted FROM category WHERE id = ?',
        )
        .get(idToBlob(id))
      if (!same) newCategoryCount += 1
      entry = {
        key: same?.key ?? highestCategory + newCategoryCount,
        id,
        // A category that was renamed since it was imported is still the same one.
        isNew: !same || same.isDeleted === 1,
        name,
      }
    }
    categoriesByName.set(name, entry)
    return entry
  }

  const known = (row: KnownProduct): ProductEntry => {
    const id = blobToId(row.id)
    const entry = entriesById.get(id) ?? {
      key: row.key,
      id,
      isNew: false,
      isFresh: false,
      code: row.code,
      name: row.name === row.code ? null : row.name,
      category: null,
      categoryKey: row.categoryKey,
      filled: new Set(),
    }
    entriesById.set(id, entry)
    idsByKey.set(entry.key, id)
    return entry
  }

  const added = (id: Id, code: string, name: string | null, category: string | null): ProductEntry => {
    const same = isAlone ? undefined : byId.get(idToBlob(id))
    if (same && same.isDeleted === 0) return known(same)
    if (!same) newCount += 1
    const own = category === null ? null : categoryOf(category)
    const entry: ProductEntry = {
      key: same?.key ?? highestKey + newCount,
      id,
      isNew: true,
      isFresh: !same,
      code,
      name,
      category: own,
      categoryKey: own?.key ?? 0,
      filled: new Set(),
    }
    entriesById.set(id, entry)
    idsByKey.set(entry.key, id)
    return entry
  }

  const ofName = (name: string, category: string | null): ProductEntry => {
    keysByName ??= new Map(
      sqlite
        .prepare<[], [string, number]>('SELECT name, key FROM product WHERE is_deleted = 0 ORDER BY key DESC')
        .raw()
        .all(),
    )
    const key = keysByName.get(name)
    const row = key === undefined ? undefined : byKey.get(key)
    return row ? known(row) : added(stableId('product-name', name), '', name, category)
  }

  const fill = (entry: ProductEntry, name: string | null, cells: readonly string[]) => {
    if (entry.name === null) {
      entry.name = name ?? details.productName(cells)
      if (entry.name !== null) entry.filled.add('name')
    }
    const category = entry.categoryKey === 0 ? details.category(cells) : null
    if (category !== null) {
      entry.category = categoryOf(category)
      entry.categoryKey = entry.category.key
      entry.filled.add('category')
    }
  }

  const ofCode = (code: string, name: string | null, cells: readonly string[]): ProductEntry => {
    const met = entriesByCode.get(code)
    if (met) return met
    const row = isAlone ? undefined : byCode.get(code)
    const entry = row
      ? known(row)
      : added(
          stableId('product-code', code),
          code,
          name ?? details.productName(cells),
          details.category(cells),
        )
    entriesByCode.set(code, entry)
    return entry
  }

  const withoutCode = (given: string | null, cells: readonly string[]): ProductEntry | null => {
    const category = details.category(cells)
    const name = given ?? details.productName(cells) ?? category
    if (name === null) return null
    const met = entriesByName.get(name)
    if (met) return met
    const entry = ofName(name, category)
    entriesByName.set(name, entry)
    return entry
  }

  return {
    find(code, name, cells) {
      const entry = code === null ? withoutCode(name, cells) : ofCode(code, name, cells)
      if (entry && (entry.name === null || entry.categoryKey === 0)) fill(entry, name, cells)
      return entry
    },
    entries: () => entriesById.values(),
    idOf(key) {
      const id = idsByKey.get(key)
      if (id === undefined) throw new RangeError('This product has not been met.')
      return id
    },
    newEntries: () =>
      [...entriesById.values()].filter((entry) => entry.isNew).sort((one, other) => one.key - other.key),
    newCategories: () =>
      [...categoriesByName.values()].filter((entry) => entry.isNew).sort((one, other) => one.key - other.key),
  }
}
