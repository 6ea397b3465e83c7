import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import type { Id } from '#shared/domain/id.ts'
import { PURCHASE_SCENARIOS } from '#shared/domain/opportunity.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { deriveWeights, FEWEST_CLOSINGS } from '../../scoring/purchase-factors.ts'
import { listOpportunities } from '../opportunity/opportunity-repository.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { requireParty } from '../party/party-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { readFactorList } from './factor-list.ts'
import { listJudgements, type StoredJudgement } from './judgement-repository.ts'
import { type Closing, resultOf, toPortfolioRow } from './scenario-result.ts'

/** Errors: not-found. */
export function readAccountFactors(database: ReadDatabase, accountId: Id): OutputOf<'factor.account'> {
  requireParty(database, accountId, 'company')
  const list = readFactorList(database)
  const judgements = listJudgements(database, accountId)
  const closings = readClosings(database, accountId).get(accountId) ?? []
  return {
    ...list,
    scenarios: PURCHASE_SCENARIOS.map((scenario) => resultOf(scenario, list.factors, judgements, closings)),
  }
}

/** Judged accounts, those that weigh most in the portfolio first. */
export function readFactorPortfolio(
  database: ReadDatabase,
  { scenario }: ParsedInputOf<'factor.portfolio'>,
): OutputOf<'factor.portfolio'> {
  const list = readFactorList(database)
  const judgements = new Map<Id, StoredJudgement[]>()
  for (const judgement of listJudgements(database)) {
    const known = judgements.get(judgement.accountId)
    if (known) known.push(judgement)
    else judgements.set(judgement.accountId, [judgement])
  }
  const closings = readClosings(database)
  const accounts = database.all(
    tables
      .selectFrom('party')
      .leftJoin('account_standing as standing', 'standing.account_key', 'party.key')
      .where('party.kind', '=', 'company')
      .where('party.is_deleted', '=', 0)
      .select(['party.id', 'party.name', 'standing.value_class', 'standing.net'])
      .orderBy('standing.net', 'desc')
      .orderBy('party.name'),
  )
  let unjudgedCount = 0
  const rows = accounts.flatMap((row) => {
    const accountId = blobToId(row.id)
    const judged = judgements.get(accountId)
    if (!judged) {
      if ((row.net ?? 0) > 0) unjudgedCount++
      return []
    }
    const account = {
      accountId,
      account: row.name,
      valueClass: classOrNone.parse(row.value_class),
    }
    return PURCHASE_SCENARIOS.filter((one) => scenario === undefined || one === scenario).flatMap(
      (one) =>
        toPortfolioRow(
          resultOf(one, list.factors, judged, closings.get(accountId) ?? []),
          list.factors,
          account,
        ) ?? [],
    )
  })
  const relevant = [...closings.values()]
    .flat()
    .filter((closing) => !scenario || closing.scenario === null || closing.scenario === scenario)
  const derived = deriveWeights(
    relevant.map(({ reasons }) => reasons),
    list.factors.map(({ kind }) => kind),
  )
  return { ...list, rows, derived: { ...derived, needed: FEWEST_CLOSINGS }, unjudgedCount }
}

/** Won and lost opportunities with why, by account. */
function readClosings(database: ReadDatabase, accountId?: Id): Map<Id, Closing[]> {
  const asOf = effectiveAsOf(database)
  const closings = new Map<Id, Closing[]>()
  for (const { accountId: of, scenario, outcome } of listOpportunities(
    database,
    readBudgetRates(database),
    asOf,
    accountId,
  )) {
    // What closed after the day that is looked at is not known on it.
    if (!outcome || (asOf !== null && outcome.closedOn > asOf)) continue
    closings.set(of, [...(closings.get(of) ?? []), { scenario, reasons: outcome.reasons }])
  }
  return closings
}
