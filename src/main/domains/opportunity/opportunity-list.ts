import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import { CLOSE_REASONS, OPPORTUNITY_STAGES, type OpportunityOutcome } from '#shared/domain/opportunity.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { pipelineOf } from '../../scoring/pipeline.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { type ListedOpportunity, listOpportunities } from './opportunity-repository.ts'

type Input = ParsedInputOf<'opportunity.list'>
type Output = OutputOf<'opportunity.list'>

export function readOpportunities(database: ReadDatabase, { filter, sort, offset, limit }: Input): Output {
  const rates = readBudgetRates(database)
  const asOf = effectiveAsOf(database)
  const all = listOpportunities(database, rates, asOf, filter.accountId)
  const rows = all.filter((row) => isWanted(row, filter))
  if (sort) rows.sort(orderOf(sort))
  const open = rows.filter(({ outcome }) => outcome === null)
  const closed = (result: OpportunityOutcome) => rows.filter(({ outcome }) => outcome?.result === result)
  const sumOf = (some: readonly OpportunityRow[]) => ({
    count: some.length,
    value: some.reduce((sum, { baseValue }) => sum + (baseValue ?? 0), 0),
  })
  const naming = (result: OpportunityOutcome, reason: (typeof CLOSE_REASONS)[number]) =>
    closed(result).filter(({ outcome }) => outcome?.reasons.includes(reason)).length
  return {
    currency: rates.baseCurrency,
    asOf,
    rows: rows.slice(offset, offset + limit).map(({ accountKey: _key, classRank: _rank, ...row }) => row),
    total: rows.length,
    stages: pipelineOf(open.map((row) => ({ ...row, value: row.baseValue }))),
    won: sumOf(closed('won')),
    lost: sumOf(closed('lost')),
    reasons: CLOSE_REASONS.map((reason) => ({
      reason,
      won: naming('won', reason),
      lost: naming('lost', reason),
    }))
      .filter(({ won, lost }) => won + lost > 0)
      .sort((one, other) => other.won + other.lost - (one.won + one.lost)),
    overdueCount: open.filter(({ isOverdue }) => isOverdue).length,
    owners: [...new Set(all.flatMap(({ owner }) => owner ?? []))].sort(),
  }
}

function isWanted(row: OpportunityRow, { text, state, stages, owners }: Input['filter']): boolean {
  const wanted = text?.trim().toLowerCase()
  const searched = [row.name, row.account, row.number, row.competitor].join(' ').toLowerCase()
  if (wanted && !searched.includes(wanted)) return false
  if (state !== undefined && (row.outcome?.result ?? 'open') !== state) return false
  if (stages?.length && !stages.includes(row.stage)) return false
  return !owners?.length || owners.includes(row.owner ?? '')
}

const collator = new Intl.Collator('zh-CN')
type Cell = string | number | null

/** What is unknown comes last in either direction. */
function orderOf({ field, isDescending }: NonNullable<Input['sort']>) {
  const read = (row: ListedOpportunity): Cell => {
    switch (field) {
      case 'stage':
        return OPPORTUNITY_STAGES.indexOf(row.stage)
      case 'value':
        return row.baseValue
      case 'closedOn':
        return row.outcome?.closedOn ?? null
      default:
        return row[field]
    }
  }
  return (one: ListedOpportunity, other: ListedOpportunity): number => {
    const [a, b] = [read(one), read(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
    return isDescending ? -order : order
  }
}
