import type { OutputOf } from '#shared/contract/contract.ts'
import { classOrNone, OPPORTUNITY_CLASSES } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { currentLevel } from '../../scoring/account-inputs.ts'
import { proposeDealPotential } from '../../scoring/deal-potential.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { rowToJudgement } from '../standing/judgement-row.ts'
import { listOpportunities } from './opportunity-repository.ts'

type Prospects = OutputOf<'opportunity.listProspects'>

/** Parties that never traded, the highest score first, with what is open there. */
export function readProspects(database: ReadDatabase): Prospects {
  const rates = readBudgetRates(database)
  const asOf = effectiveAsOf(database)
  const open = new Map<number, { count: number; value: number; weighted: number }>()
  for (const { accountKey, outcome, baseValue, weighted } of listOpportunities(database, rates, asOf)) {
    if (outcome !== null) continue
    const sum = open.get(accountKey) ?? { count: 0, value: 0, weighted: 0 }
    open.set(accountKey, {
      count: sum.count + 1,
      value: sum.value + (baseValue ?? 0),
      weighted: sum.weighted + (weighted ?? 0),
    })
  }
  const standings = tables
    .selectFrom('account_standing as standing')
    .innerJoin('party', 'party.key', 'standing.account_key')
    .where('party.is_deleted', '=', 0)
  const yearlySales = database
    .all(standings.select('standing.net').where('standing.net', '>', 0))
    .map(({ net }) => net)
  const rows = database.all(
    standings
      .where((where) =>
        where.or([
          where('standing.decided_by', '=', 'never-traded'),
          where('standing.value_class', 'in', [...OPPORTUNITY_CLASSES]),
        ]),
      )
      .select([
        'party.key',
        'party.id',
        'party.name',
        'party.industry_influence',
        'party.deal_potential',
        'standing.value_class',
        'standing.score',
      ])
      .orderBy('standing.score', 'desc')
      .orderBy('party.name'),
  )
  return {
    currency: rates.baseCurrency,
    rows: rows.map((row) => {
      const sum = open.get(row.key) ?? { count: 0, value: 0, weighted: 0 }
      const dealPotential = rowToJudgement(row.deal_potential)
      const isJudged = asOf === null ? dealPotential !== null : currentLevel(dealPotential, asOf) !== null
      return {
        accountId: blobToId(row.id),
        name: row.name,
        opportunityClass: classOrNone.parse(row.value_class),
        scorePercent: row.score,
        industryInfluence: rowToJudgement(row.industry_influence),
        dealPotential,
        openCount: sum.count,
        openValue: sum.value,
        weighted: sum.weighted,
        proposedDealPotential: isJudged ? null : proposeDealPotential(sum.value, yearlySales),
      }
    }),
  }
}
