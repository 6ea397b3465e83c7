import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { WhiteSpaceCell, WhiteSpaceRow } from '#shared/contract/wallet.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { cellOf } from '../../scoring/white-space.ts'
import { readAccountCategorySales } from '../order/account-category-sales.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { listSpends } from '../spend/spend-repository.ts'
import { groupSpends } from '../spend/wallet-facts.ts'
import { periodOf } from '../spend/wallet-period.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { WALLET_MONTHS } from './account-wallet.ts'
import { type CategoryName, type CellOfAccount, listCategoryNames, listCells } from './cell-repository.ts'
import { type ListedAccount, listWalletAccounts } from './wallet-accounts.ts'

type Input = ParsedInputOf<'wallet.whiteSpace'>
type Output = OutputOf<'wallet.whiteSpace'>

/** More columns than these say nothing at a glance. */
const MOST_CATEGORIES = 12

/** The white-space grid: every account that trades or may trade, by category. */
export function readWhiteSpace(database: ReadDatabase, { filter, sort, offset, limit }: Input): Output {
  const rates = readBudgetRates(database)
  const asOf = effectiveAsOf(database)
  const window = asOf === null ? null : windowsOf(asOf, WALLET_MONTHS).window
  const sales = window ? readAccountCategorySales(database, window) : new Map<number, Map<number, number>>()
  const spends = groupSpends(listSpends(database, undefined, rates))
  const noted = groupCells(listCells(database, undefined, rates))
  const { shown, otherCategories } = chooseCategories(listCategoryNames(database), sales, spends, noted)

  const cellsOf = (accountKey: number): WhiteSpaceCell[] =>
    shown.map((category): WhiteSpaceCell => {
      const net = sales.get(accountKey)?.get(category.key) ?? 0
      const period = periodOf(spends.get(accountKey)?.get(category.key) ?? [], window, net)
      const note = noted.get(accountKey)?.get(category.key)
      const { kind, potential, potentialFrom } = cellOf({
        sales: net,
        wallet: period.wallet,
        openAmount: period.openAmount,
        noted: note ?? null,
      })
      return {
        categoryId: blobToId(category.id),
        kind,
        sales: net,
        wallet: period.wallet,
        sharePercent: period.share.kind === 'share' ? period.share.percent : null,
        potential,
        potentialFrom,
        state: note?.state ?? null,
        competitor: note?.competitor ?? period.competitors[0]?.name ?? null,
        nextStep: note?.nextStep ?? null,
        opportunityId: note?.opportunityId ?? null,
        opportunityName: note?.opportunityName ?? null,
      }
    })

  const accounts = listWalletAccounts(database)
  const rows = accounts
    .map((account): WhiteSpaceRow => toRow(account, cellsOf(account.accountKey)))
    .filter((row) => isWanted(row, filter))
  rows.sort(orderOf(sort, new Map(accounts.map((account) => [blobToId(account.id), account.classRank]))))

  const cells = rows.flatMap((row) => row.cells)
  const count = (kind: WhiteSpaceCell['kind']) => cells.filter((cell) => cell.kind === kind).length
  return {
    currency: rates.baseCurrency,
    window,
    categories: shown.map(({ id, name }) => {
      const column = cells.filter(({ categoryId }) => categoryId === blobToId(id))
      return {
        id: blobToId(id),
        name,
        potential: potentialOf(column),
        whiteCount: column.filter(({ kind }) => kind === 'white').length,
        unknownCount: column.filter(({ kind }) => kind === 'unknown').length,
      }
    }),
    otherCategories,
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    potential: potentialOf(cells),
    counts: { buys: count('buys'), white: count('white'), unknown: count('unknown'), none: count('none') },
    accountManagers: [...new Set(accounts.flatMap(({ accountManager }) => accountManager ?? []))].sort(),
  }
}

const potentialOf = (cells: readonly WhiteSpaceCell[]): number =>
  cells.reduce((sum, { potential }) => sum + (potential ?? 0), 0)

function toRow(account: ListedAccount, cells: WhiteSpaceCell[]): WhiteSpaceRow {
  return {
    accountId: blobToId(account.id),
    account: account.name,
    number: account.number,
    valueClass: account.valueClass,
    accountManager: account.accountManager,
    potential: potentialOf(cells),
    cells,
  }
}

function isWanted(row: WhiteSpaceRow, { text, kinds, states, accountManagers }: Input['filter']): boolean {
  const wanted = text?.trim().toLowerCase()
  if (wanted && !`${row.account} ${row.number}`.toLowerCase().includes(wanted)) return false
  if (accountManagers?.length && !accountManagers.includes(row.accountManager ?? '')) return false
  if (kinds?.length && !row.cells.some(({ kind }) => kinds.includes(kind))) return false
  return !states?.length || row.cells.some(({ state }) => state !== null && states.includes(state))
}

const collator = new Intl.Collator('zh-CN')

function orderOf(
  sort: Input['sort'],
  ranks: ReadonlyMap<string, number | null>,
): (one: WhiteSpaceRow, other: WhiteSpaceRow) => number {
  const byName = (one: WhiteSpaceRow, other: WhiteSpaceRow) => collator.compare(one.account, other.account)
  const rank = ({ accountId }: WhiteSpaceRow) => ranks.get(accountId) ?? Number.MAX_SAFE_INTEGER
  const byPotential = (one: WhiteSpaceRow, other: WhiteSpaceRow) =>
    other.potential - one.potential || rank(one) - rank(other) || byName(one, other)
  if (sort === 'name') return byName
  if (sort === 'valueClass') return (one, other) => rank(one) - rank(other) || byPotential(one, other)
  return byPotential
}

type ByAccountAndCategory<Value> = ReadonlyMap<number, ReadonlyMap<number, Value>>

function groupCells(cells: readonly CellOfAccount[]): ByAccountAndCategory<CellOfAccount> {
  const accounts = new Map<number, Map<number, CellOfAccount>>()
  for (const cell of cells) {
    const account = accounts.get(cell.accountKey) ?? new Map<number, CellOfAccount>()
    accounts.set(cell.accountKey, account.set(cell.categoryKey, cell))
  }
  return accounts
}

/** The categories with the most sales; those with spend or a note come before those with neither. */
function chooseCategories(
  categories: readonly CategoryName[],
  sales: ByAccountAndCategory<number>,
  ...known: readonly ByAccountAndCategory<unknown>[]
): { shown: CategoryName[]; otherCategories: number } {
  const totals = new Map<number, number>()
  for (const account of sales.values()) {
    for (const [key, net] of account) totals.set(key, (totals.get(key) ?? 0) + net)
  }
  const isKnown = new Set(known.flatMap((map) => [...map.values()].flatMap((account) => [...account.keys()])))
  const ordered = [...categories].sort(
    (one, other) =>
      Number(isKnown.has(other.key)) - Number(isKnown.has(one.key)) ||
      (totals.get(other.key) ?? 0) - (totals.get(one.key) ?? 0) ||
      one.key - other.key,
  )
  return {
    shown: ordered.slice(0, MOST_CATEGORIES),
    otherCategories: Math.max(0, ordered.length - MOST_CATEGORIES),
  }
}
