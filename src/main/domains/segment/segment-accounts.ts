import type { SegmentCandidate } from '#shared/contract/segment.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { contributionYear, measureYear } from '../contribution/contribution-year.ts'

/** An account with the segment it counts in: its own, else its industry. */
export interface SegmentAccount extends SegmentCandidate {
  /** Null where neither is known. */
  segment: string | null
  industry: string | null
  /** Whether the segment is its own. */
  isAssigned: boolean
  priorNetSales: number
  hasTraded: boolean
}

interface AccountCells {
  key: number
  id: Buffer
  name: string
  valueClass: string | null
  segment: string | null
  industry: string | null
  net: number
  priorNet: number
  score: number | null
  hasTraded: 0 | 1
}

const filled = (text: string | null) => text?.trim() || null

/** Every account there is, the largest net sales first, with its contribution in the year of the as-of date. */
export function readSegmentAccounts(database: ReadDatabase): {
  accounts: SegmentAccount[]
  year: number | null
} {
  const year = contributionYear(database)
  const contributions = new Map(
    year === null
      ? []
      : measureYear(database, year).accounts.map(({ accountKey, contribution }) => [
          accountKey,
          contribution,
        ]),
  )
  const accounts = database.sqlite
    .prepare<[], AccountCells>(
      `SELECT party.key, party.id, party.name, standing.value_class AS valueClass, party.segment, party.industry,
         standing.net, standing.prior_net AS priorNet, standing.score,
         standing.order_count > 0 OR standing.gross <> 0 OR standing.returns <> 0 AS hasTraded
       FROM account_standing AS standing JOIN party ON party.key = standing.account_key AND party.is_deleted = 0
       ORDER BY standing.net DESC, party.key`,
    )
    .all()
    .map((row): SegmentAccount => {
      const own = filled(row.segment)
      const industry = filled(row.industry)
      return {
        id: blobToId(row.id),
        name: row.name,
        valueClass: classOrNone.parse(row.valueClass),
        netSales: row.net,
        contribution: contributions.get(row.key) ?? null,
        scorePercent: row.score,
        segment: own ?? industry,
        industry,
        isAssigned: own !== null,
        priorNetSales: row.priorNet,
        hasTraded: row.hasTraded === 1,
      }
    })
  return { accounts, year: year?.year ?? null }
}

export function candidateOf(account: SegmentAccount): SegmentCandidate {
  const { id, name, valueClass: itsClass, netSales, contribution, scorePercent } = account
  return { id, name, valueClass: itsClass, netSales, contribution, scorePercent }
}
