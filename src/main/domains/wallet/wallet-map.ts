import type { OutputOf } from '#shared/contract/contract.ts'
import type { WalletBubble } from '#shared/contract/wallet.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { walletShare } from '../../scoring/share-of-wallet.ts'
import { readAccountCategorySales } from '../order/account-category-sales.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { listSpends } from '../spend/spend-repository.ts'
import { groupSpends } from '../spend/wallet-facts.ts'
import { periodOf } from '../spend/wallet-period.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { growthFigures, readAccountWallet, WALLET_MONTHS } from './account-wallet.ts'
import { listWalletAccounts } from './wallet-accounts.ts'

type Output = OutputOf<'wallet.map'>

/** Share and growth of the categories of one account. Errors: not-found. */
export function readAccountMap(database: ReadDatabase, accountId: Id): Output {
  const { currency, window, categories } = readAccountWallet(database, accountId)
  const bubbles = categories.flatMap(({ current, ...category }): WalletBubble[] => {
    if (current.wallet === null || current.isRankEstimate || current.share.kind !== 'share') return []
    return [
      {
        id: category.categoryId,
        name: category.category,
        valueClass: null,
        sales: current.sales,
        wallet: current.wallet,
        sharePercent: current.share.percent,
        salesGrowth: category.salesGrowth,
        walletGrowth: category.walletGrowth,
        evolutionIndex: category.evolutionIndex,
        openAmount: current.openAmount,
        isOver: current.share.isOver,
      },
    ]
  })
  return { currency, window, bubbles, unknownCount: categories.length - bubbles.length }
}

/** Share and growth of every account over the categories whose spend is known. */
export function readWalletMap(database: ReadDatabase): Output {
  const rates = readBudgetRates(database)
  const asOf = effectiveAsOf(database)
  const accounts = listWalletAccounts(database)
  const nothing = { currency: rates.baseCurrency, window: null, bubbles: [], unknownCount: accounts.length }
  if (asOf === null) return nothing
  const { window, priorWindow } = windowsOf(asOf, WALLET_MONTHS)
  const spends = groupSpends(listSpends(database, undefined, rates))
  const keys = [...spends.keys()]
  const [current, prior] = [window, priorWindow].map((each) => readAccountCategorySales(database, each, keys))

  const bubbles = accounts.flatMap((account): WalletBubble[] => {
    const after = { sales: 0, wallet: 0 }
    const before = { sales: 0, wallet: 0 }
    let openAmount: number | null = null
    let isComparable = true
    for (const [categoryKey, own] of spends.get(account.accountKey) ?? []) {
      const salesOf = (sales: typeof current) => sales?.get(account.accountKey)?.get(categoryKey) ?? 0
      const now = periodOf(own, window, salesOf(current))
      const then = periodOf(own, priorWindow, salesOf(prior))
      if (now.wallet === null || now.isRankEstimate) continue
      after.sales += now.sales
      after.wallet += now.wallet
      if (now.openAmount !== null) openAmount = (openAmount ?? 0) + now.openAmount
      if (then.wallet === null || then.isRankEstimate) isComparable = false
      before.sales += then.sales
      before.wallet += then.wallet ?? 0
    }
    const share = walletShare(after.sales, {
      ...after,
      amount: after.wallet,
      low: after.wallet,
      high: after.wallet,
    })
    if (share.kind !== 'share') return []
    const growth = growthFigures({ sales: before.sales, wallet: isComparable ? before.wallet : null }, after)
    return [
      {
        id: blobToId(account.id),
        name: account.name,
        valueClass: account.valueClass,
        ...after,
        sharePercent: share.percent,
        salesGrowth: growth.salesGrowth,
        walletGrowth: growth.walletGrowth,
        evolutionIndex: growth.evolutionIndex,
        openAmount,
        isOver: share.isOver,
      },
    ]
  })
  bubbles.sort((one, other) => other.wallet - one.wallet)
  return { ...nothing, window, bubbles, unknownCount: accounts.length - bubbles.length }
}
