import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { marginPercentOf } from '../../scoring/classify-portfolio.ts'
import { type CategorySales, readCategorySales } from '../order/order-aggregates.ts'
import type { WindowPair } from '../standing/window-pair.ts'

type Category = PortfolioOverview['categories'][number]

export interface CategoryFigures {
  /** Largest first. */
  categories: Category[]
  marginPercent: number | null
  priorMarginPercent: number | null
  /** Share of net sales whose cost is known. */
  marginCoveragePercent: number
}

/** Sales by category in the window and the one before, with the margins that their costs give. */
export function readCategoryFigures(
  database: ReadDatabase,
  { window, priorWindow }: WindowPair,
): CategoryFigures {
  const names = readCategoryNames(database)
  const current = sumsByCategory(readCategorySales(database, window), names)
  const prior = sumsByCategory(readCategorySales(database, priorWindow), names)
  const total = addUp(current.values())
  const before = addUp(prior.values())

  const categories = [...new Set([...current.keys(), ...prior.keys()])].map((key): Category => {
    const sums = current.get(key) ?? NO_SALES
    return {
      ...(names.get(key) ?? { categoryId: null, category: null }),
      netSales: sums.net,
      priorNetSales: (prior.get(key) ?? NO_SALES).net,
      sharePercent: total.net > 0 ? (sums.net / total.net) * 100 : 0,
      marginPercent: marginPercentOf(sums.costedNet, sums.cost),
      buyers: sums.buyers,
    }
  })
  return {
    categories: categories.sort((a, b) => b.netSales - a.netSales || b.priorNetSales - a.priorNetSales),
    marginPercent: marginPercentOf(total.costedNet, total.cost),
    priorMarginPercent: marginPercentOf(before.costedNet, before.cost),
    marginCoveragePercent:
      total.net > 0 ? Math.min(Math.max((total.costedNet / total.net) * 100, 0), 100) : 0,
  }
}

interface Sums {
  net: number
  costedNet: number
  cost: number
  buyers: number
}

const NO_SALES: Sums = { net: 0, costedNet: 0, cost: 0, buyers: 0 }

function addUp(parts: Iterable<Sums>): Sums {
  const sum = { ...NO_SALES }
  for (const part of parts) {
    sum.net += part.net
    sum.costedNet += part.costedNet
    sum.cost += part.cost
    sum.buyers += part.buyers
  }
  return sum
}

/** By key of a living category; null holds the lines without one. */
function sumsByCategory(
  sales: readonly CategorySales[],
  names: ReadonlyMap<number | null, unknown>,
): Map<number | null, Sums> {
  const byKey = new Map<number | null, Sums>()
  for (const { categoryKey, gross, returns, costedNet, cost, buyers } of sales) {
    const key = names.has(categoryKey) ? categoryKey : null
    byKey.set(key, addUp([byKey.get(key) ?? NO_SALES, { net: gross - returns, costedNet, cost, buyers }]))
  }
  return byKey
}

/** Living categories by key. */
function readCategoryNames(database: ReadDatabase) {
  const rows = database.all(
    tables.selectFrom('category').select(['key', 'id', 'name']).where('is_deleted', '=', 0),
  )
  return new Map<number | null, { categoryId: string; category: string }>(
    rows.map((row) => [row.key, { categoryId: blobToId(row.id), category: row.name }]),
  )
}
