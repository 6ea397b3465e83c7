import { type Growth, growthOf } from './growth.ts'

/** A customer in one period: our sales and what it buys of the category from anyone, in the same unit. */
export interface WalletPeriod {
  sales: number
  /** Null while unknown. */
  wallet: number | null
}

/** Why a share of wallet can't be trusted: our sales alone are more than the wallet is said to be. */
export type WalletWarning = 'wallet-smaller-than-sales'

export interface ShareOfWallet {
  /** Our sales over the wallet, not clipped; null without a positive wallet or with net returns. */
  share: number | null
  warning: WalletWarning | null
}

export interface ShareGrowth {
  before: ShareOfWallet
  after: ShareOfWallet
  growth: Growth
  /** The customer's own growth; null without both wallets. */
  walletGrowth: Growth | null
  /** Change of our sales in parts that add up to it; null without both shares. */
  decomposition: SalesChange | null
  /** Our growth against the customer's, 100 when alike; above it our share rises. */
  evolutionIndex: number | null
}

export interface SalesChange {
  change: number
  /** What came of the customer buying more or less: former share × change of wallet. */
  fromWallet: number
  /** What came of its buying more or less of us: new wallet × change of share. */
  fromShare: number
}

/** Share of wallet of one period. */
export function shareOfWallet({ sales, wallet }: WalletPeriod): ShareOfWallet {
  if (wallet === null || !(wallet > 0) || sales < 0) return { share: null, warning: null }
  const share = sales / wallet
  if (!Number.isFinite(share)) return { share: null, warning: 'wallet-smaller-than-sales' }
  return { share, warning: share > 1 ? 'wallet-smaller-than-sales' : null }
}

/**
 * Why our sales to a customer changed between two equally long periods:
 * Δ = SoW0·(W1 − W0) + W1·(SoW1 − SoW0), exact.
 * @param parts `whole` for amounts: both parts are then whole numbers that add up to the digit
 */
export function shareGrowth(
  before: WalletPeriod,
  after: WalletPeriod,
  parts: 'whole' | 'fractional' = 'fractional',
): ShareGrowth {
  const [shareBefore, shareAfter] = [shareOfWallet(before), shareOfWallet(after)]
  const hasWallets = before.wallet !== null && after.wallet !== null
  return {
    before: shareBefore,
    after: shareAfter,
    growth: growthOf(after.sales, before.sales),
    walletGrowth: hasWallets ? growthOf(after.wallet ?? 0, before.wallet ?? 0) : null,
    decomposition:
      shareBefore.share === null || shareAfter.share === null
        ? null
        : salesChange(before, after, shareBefore.share, parts),
    evolutionIndex: hasWallets
      ? evolutionIndex(before.sales, after.sales, before.wallet ?? 0, after.wallet ?? 0)
      : null,
  }
}

/**
 * Our growth index over that of a market (all its suppliers, or a competitor), times 100; null without
 * positive bases or when the market vanished.
 */
export function evolutionIndex(
  before: number,
  after: number,
  marketBefore: number,
  marketAfter: number,
): number | null {
  if (!(before > 0) || !(marketBefore > 0) || !(marketAfter > 0) || after < 0) return null
  const index = (after / before / (marketAfter / marketBefore)) * 100
  return Number.isFinite(index) ? index : null
}

function salesChange(
  before: WalletPeriod,
  after: WalletPeriod,
  shareBefore: number,
  parts: 'whole' | 'fractional',
): SalesChange | null {
  const change = after.sales - before.sales
  const product = shareBefore * ((after.wallet ?? 0) - (before.wallet ?? 0))
  // The second part is what is left of the change, so that no rounding stands between them and the sum.
  const fromWallet = parts === 'whole' ? Math.round(product) + 0 : product
  const isExact = parts === 'whole' ? Number.isSafeInteger : Number.isFinite
  if (!isExact(fromWallet) || !isExact(change)) return null
  return { change, fromWallet, fromShare: change - fromWallet }
}
