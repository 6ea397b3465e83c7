import type { z } from 'zod'
import type { categoryFigures, monthFigures } from '#shared/contract/account.ts'
import type { OutputOf } from '#shared/contract/contract.ts'
import { type Day, firstDayOfMonth, monthOf } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { marginPercentOf, portfolioInputs } from '../../scoring/classify-portfolio.ts'
import { growthInput, growthOf } from '../../scoring/growth.ts'
import {
  type AccountCategory,
  readAccountCategories,
  readAccountMonths,
  type SalesSums,
} from '../order/order-aggregates.ts'
import { readSalesFactsOf } from '../standing/account-facts-repository.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { getCompany } from './account-detail.ts'

type MonthFigures = z.infer<typeof monthFigures>
type CategoryFigures = z.infer<typeof categoryFigures>

/** Purchase history by month, and by category in the window beside the window before. Errors: not-found. */
export function readAccountHistory(database: ReadDatabase, id: Id): OutputOf<'account.history'> {
  const { key } = getCompany(database, id)
  const asOf = effectiveAsOf(database)
  const windowMonths = findModelInForce(database)?.model.windowMonths ?? DEFAULT_WINDOW_MONTHS
  if (asOf === null) return { asOf, windowMonths, months: [], categories: [] }
  return {
    asOf,
    windowMonths,
    months: listMonths(database, key, asOf),
    categories: listCategories(database, key, asOf, windowMonths),
  }
}

/** From the first month with lines to that of the as-of date, months without lines included. */
function listMonths(database: ReadDatabase, accountKey: number, asOf: Day): MonthFigures[] {
  const lastMonth = monthOf(asOf)
  const months = readAccountMonths(database, accountKey).filter(({ month }) => month <= lastMonth)
  const [first] = months
  if (!first) return []
  const running = { from: firstDayOfMonth(lastMonth), to: asOf }
  // The last month ends with the as-of date, even where later lines are known.
  const untilAsOf = readSalesFactsOf(database, { window: running, priorWindow: running }, [accountKey])(
    accountKey,
  )
  const byMonth = new Map<number, SalesSums & { orderCount: number }>(
    months.map((month) => [month.month, month]),
  )
  byMonth.set(lastMonth, untilAsOf)
  return Array.from({ length: lastMonth - first.month + 1 }, (_, at) => {
    const month = first.month + at
    const sums = byMonth.get(month)
    if (!sums) return { month, gross: 0, returns: 0, net: 0, marginPercent: null, orderCount: 0 }
    return {
      month,
      gross: sums.gross,
      returns: sums.returns,
      net: sums.gross - sums.returns,
      marginPercent: marginPercentOf(sums.costedNet, sums.cost),
      orderCount: sums.orderCount,
    }
  })
}

/** Largest first; the months are the calendar months that end with that of the as-of date. */
function listCategories(
  database: ReadDatabase,
  accountKey: number,
  asOf: Day,
  windowMonths: number,
): CategoryFigures[] {
  const { window, priorWindow } = windowsOf(asOf, windowMonths)
  const names = new Map(
    database
      .all(tables.selectFrom('category').select(['key', 'id', 'name']).where('is_deleted', '=', 0))
      .map((row) => [row.key, row]),
  )
  const gathered = gatherPortfolio(database, asOf, windowMonths, [accountKey])
  const [inputs] = portfolioInputs(gathered.accounts, windowMonths, gathered)
  // Growth of the account is unknown while the orders do not reach back far enough; so is that of its parts.
  const hasBase = inputs?.growth !== null
  const prior = new Map(
    readAccountCategories(database, accountKey, priorWindow).map((category) => [
      category.categoryKey,
      category,
    ]),
  )
  const current = new Map(
    readAccountCategories(database, accountKey, window).map((category) => [category.categoryKey, category]),
  )
  return [...new Set([...current.keys(), ...prior.keys()])]
    .map((key): CategoryFigures => {
      const sales = current.get(key)
      const net = netOf(sales)
      const priorNet = netOf(prior.get(key))
      const category = key === null ? undefined : names.get(key)
      return {
        categoryId: category ? blobToId(category.id) : null,
        category: category?.name ?? null,
        net,
        priorNet,
        growthPercent: hasBase ? growthInput(growthOf(net, priorNet)) : null,
        marginPercent: sales ? marginPercentOf(sales.costedNet, sales.cost) : null,
        monthlyNet: sales ? sales.monthlyNet.slice(-windowMonths) : Array<number>(windowMonths).fill(0),
      }
    })
    .sort((a, b) => b.net - a.net || b.priorNet - a.priorNet)
}

function netOf(category: AccountCategory | undefined): number {
  return category ? category.gross - category.returns : 0
}
