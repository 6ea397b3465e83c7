import { averageRanks } from './ranks.ts'

/**
 * Share of wallet of each supplier from the customer's ranking of them (1 the favourite; equal ranks share
 * their mean): (1 − rank/(n + 1))·(2/n). The shares sum to 1; none without suppliers. An estimate, to be
 * used only while the spend itself is unknown.
 * Source: Keiningham, Aksoy, Williams & Buoye 2015, The Wallet Allocation Rule.
 */
export function allocateWallet(ranks: readonly number[]): number[] {
  const n = ranks.length
  return averageRanks(ranks).map((rank) => (1 - rank / (n + 1)) * (2 / n))
}
