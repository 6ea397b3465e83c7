import { type Day, rollingWindow } from '#shared/domain/calendar.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { WalletFacts } from '../../scoring/account-inputs.ts'
import { readAccountCategorySales } from '../order/account-category-sales.ts'
import { listSpends, type SpendOfCategory } from './spend-repository.ts'
import { periodOf } from './wallet-period.ts'

const WINDOW_MONTHS = 12

/** By account, then by category. */
export function groupSpends(
  spends: readonly SpendOfCategory[],
): ReadonlyMap<number, ReadonlyMap<number, SpendOfCategory[]>> {
  const accounts = new Map<number, Map<number, SpendOfCategory[]>>()
  for (const spend of spends) {
    const account = accounts.get(spend.accountKey) ?? new Map<number, SpendOfCategory[]>()
    accounts.set(spend.accountKey, account)
    account.set(spend.categoryKey, [...(account.get(spend.categoryKey) ?? []), spend])
  }
  return accounts
}

/**
 * Our part of what each account buys in the categories whose spend is recorded, over the twelve months to
 * the as-of date, and whether that wallet is among the largest third of those known. Accounts of which no
 * amount is recorded are absent: a rank among suppliers only repeats our own sales and decides nothing.
 */
export function readWalletFacts(database: ReadDatabase, asOf: Day): Map<number, WalletFacts> {
  const accounts = groupSpends(listSpends(database))
  if (accounts.size === 0) return new Map()
  const window = rollingWindow(asOf, WINDOW_MONTHS)
  const sales = readAccountCategorySales(database, window, [...accounts.keys()])
  const wallets: { accountKey: number; sales: number; wallet: number }[] = []
  for (const [accountKey, categories] of accounts) {
    const sum = { sales: 0, wallet: 0 }
    for (const [categoryKey, spends] of categories) {
      const period = periodOf(spends, window, sales.get(accountKey)?.get(categoryKey) ?? 0)
      if (period.wallet === null || period.isRankEstimate) continue
      sum.sales += period.sales
      sum.wallet += period.wallet
    }
    if (sum.wallet > 0 && sum.sales >= 0) wallets.push({ accountKey, ...sum })
  }
  const descending = wallets.map(({ wallet }) => wallet).sort((one, other) => other - one)
  return new Map(
    wallets.map((account): [number, WalletFacts] => [
      account.accountKey,
      {
        shareOfWalletPercent: (account.sales / account.wallet) * 100,
        isInTopThird: descending.indexOf(account.wallet) < wallets.length / 3,
      },
    ]),
  )
}
