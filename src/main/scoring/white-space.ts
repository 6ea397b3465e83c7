import type { WhiteSpaceState } from '#shared/domain/wallet.ts'

/**
 * `buys`: it buys from us; `white`: it buys elsewhere, or somebody noted a potential; `none`: it needs
 * nothing of it; `unknown`: nobody knows yet.
 */
export const CELL_KINDS = ['buys', 'white', 'unknown', 'none'] as const
export type CellKind = (typeof CELL_KINDS)[number]

/** What is known of a category at an account; amounts in one unit. */
export interface CellFacts {
  /** Our net sales of the period. */
  sales: number
  /** What the customer buys of it from everybody; null while unknown. */
  wallet: number | null
  /** Part of the wallet that neither we nor a named competitor hold; null while unknown. */
  openAmount: number | null
  /** What people noted of it. */
  noted: { state: WhiteSpaceState | null; potential: number | null } | null
}

export interface Cell {
  kind: CellKind
  /** What could be sold in addition, per period; null while nobody can say. */
  potential: number | null
  potentialFrom: 'noted' | 'spend' | null
}

/**
 * A category × account cell of the white-space grid (product.md 16). A noted potential wins over the one
 * from the spend: all of the spend where it buys nothing from us, else what no named competitor holds.
 */
export function cellOf({ sales, wallet, openAmount, noted }: CellFacts): Cell {
  const kind = kindOf(sales, wallet, noted)
  if (kind === 'none') return { kind, potential: 0, potentialFrom: null }
  const notedPotential = noted?.potential ?? null
  if (notedPotential !== null) return { kind, potential: notedPotential, potentialFrom: 'noted' }
  const fromSpend = kind === 'buys' ? openAmount : wallet
  return { kind, potential: fromSpend, potentialFrom: fromSpend === null ? null : 'spend' }
}

function kindOf(sales: number, wallet: number | null, noted: CellFacts['noted']): CellKind {
  if (sales > 0) return 'buys'
  if (noted?.state === 'not-needed') return 'none'
  if (noted && (noted.state !== null || noted.potential !== null)) return 'white'
  if (wallet === null) return 'unknown'
  return wallet > 0 ? 'white' : 'none'
}
