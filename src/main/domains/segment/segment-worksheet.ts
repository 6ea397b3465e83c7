import type { OutputOf } from '#shared/contract/contract.ts'
import type { SegmentRow } from '#shared/contract/segment.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { candidateOf, readSegmentAccounts, type SegmentAccount } from './segment-accounts.ts'

/** One row of the worksheet per segment, the same for every copy of the workspace. */
export const worksheetId = (segment: string | null): Id => stableId('segment-worksheet', segment ?? '')

export interface WorksheetEntry {
  bestId: Id | null
  worstId: Id | null
  nextAction: string | null
  owner: string | null
  dueOn: string | null
}

export const NO_ENTRY: WorksheetEntry = {
  bestId: null,
  worstId: null,
  nextAction: null,
  owner: null,
  dueOn: null,
}

/** What people wrote into the worksheet, by its row. */
export function readWorksheetEntries(database: ReadDatabase): Map<Id, WorksheetEntry> {
  const rows = database.all(tables.selectFrom('segment_worksheet').selectAll().where('is_deleted', '=', 0))
  return new Map(
    rows.map((row) => [
      blobToId(row.id),
      {
        bestId: row.best_party_id && blobToId(row.best_party_id),
        worstId: row.worst_party_id && blobToId(row.worst_party_id),
        nextAction: row.next_action,
        owner: row.owner,
        dueOn: row.due_on,
      },
    ]),
  )
}

/** Best and worst of each segment, proposed and chosen, with what is to be done; the largest segment first. */
export function segmentWorksheet(database: ReadDatabase): OutputOf<'segment.worksheet'> {
  const { accounts, year } = readSegmentAccounts(database)
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const entries = readWorksheetEntries(database)
  const segments = new Map<string | null, SegmentAccount[]>()
  for (const account of accounts) {
    const members = segments.get(account.segment)
    if (members) members.push(account)
    else segments.set(account.segment, [account])
  }
  const total = accounts.reduce((sum, { netSales }) => sum + netSales, 0)
  const chosen = (id: Id | null) => {
    const account = id === null ? undefined : byId.get(id)
    return account ? candidateOf(account) : null
  }
  const rows = [...segments].map(([segment, members]): SegmentRow => {
    const { bestId, worstId, ...entry } = entries.get(worksheetId(segment)) ?? NO_ENTRY
    const netSales = members.reduce((sum, account) => sum + account.netSales, 0)
    const priorNet = members.reduce((sum, account) => sum + account.priorNetSales, 0)
    return {
      segment,
      assignedCount: members.filter(({ isAssigned }) => isAssigned).length,
      accountCount: members.length,
      tradingCount: members.filter(({ hasTraded }) => hasTraded).length,
      netSales,
      sharePercent: total > 0 ? (netSales / total) * 100 : null,
      growthPercent: priorNet > 0 ? (netSales / priorNet - 1) * 100 : null,
      ...proposal(members.filter(({ hasTraded }) => hasTraded)),
      chosenBest: chosen(bestId),
      chosenWorst: chosen(worstId),
      ...entry,
    }
  })
  // Accounts without a segment are no market; they stand last.
  rows.sort((a, b) => Number(a.segment === null) - Number(b.segment === null) || b.netSales - a.netSales)
  return { asOf: effectiveAsOf(database), year, rows }
}

const MEASURES = [
  ['contribution', ({ contribution }: SegmentAccount) => contribution],
  ['score', ({ scorePercent }: SegmentAccount) => scorePercent],
  ['sales', ({ netSales }: SegmentAccount) => netSales],
] as const

/** By contribution, else by score, else by sales: the first that is known of any account. */
function proposal(
  trading: readonly SegmentAccount[],
): Pick<SegmentRow, 'proposedBy' | 'proposedBest' | 'proposedWorst'> {
  for (const [proposedBy, measure] of MEASURES) {
    const known = trading
      .flatMap((account) => {
        const value = measure(account)
        return value === null ? [] : [{ account, value }]
      })
      .sort((a, b) => b.value - a.value)
    const [best] = known
    const worst = known.at(-1)
    if (!best) continue
    return {
      proposedBy,
      proposedBest: candidateOf(best.account),
      proposedWorst: worst && worst !== best ? candidateOf(worst.account) : null,
    }
  }
  return { proposedBy: 'sales', proposedBest: null, proposedWorst: null }
}
