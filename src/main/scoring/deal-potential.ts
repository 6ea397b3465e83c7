import { quantile, sortedAscending } from './quantile.ts'

/** Below this many trading accounts a fifth of them says nothing. */
const FEWEST_ACCOUNTS = 10
const FIFTHS = [0.2, 0.4, 0.6, 0.8] as const

/**
 * Level 1 to 5 for the deal potential of a prospect nobody has judged: which fifth of the portfolio's
 * yearly sales the value of its open opportunities would fall into. A proposal for a person to accept.
 * @param openValue sum of the open opportunities' values @param yearlySales of the accounts that trade, in
 * the same unit; null where there is no open value or there are too few accounts to compare with
 */
export function proposeDealPotential(openValue: number, yearlySales: readonly number[]): number | null {
  const sales = yearlySales.filter((value) => value > 0)
  if (!(openValue > 0) || sales.length < FEWEST_ACCOUNTS) return null
  const ascending = sortedAscending(sales)
  return 1 + FIFTHS.filter((part) => openValue >= quantile(ascending, part)).length
}
