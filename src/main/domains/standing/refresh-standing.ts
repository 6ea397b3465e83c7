import { type Day, firstDayOfMonth, monthOf } from '#shared/domain/calendar.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { WorkspaceDatabase } from '../../database/workspace-database.ts'
import { readAccountSales, readMonthlyNet } from '../order/order-aggregates.ts'
import { readOverriddenClasses } from './class-overrides.ts'
import { classifyAccounts } from './classify-accounts.ts'
import { classifyAt, DEFAULT_WINDOW_MONTHS, earlierClasses, previousAsOf } from './classify-at.ts'
import { effectiveAsOf } from './effective-as-of.ts'
import { type AdoptedModel, findModelInForce } from './model-in-force.ts'
import { gatherPortfolio, type PortfolioFacts } from './portfolio-facts.ts'
import {
  type ClassOfAccount,
  findStandingBasis,
  insertStandings,
  type KeptFigures,
  readKeptFigures,
  recordStandingBasis,
  removeStandings,
  replaceStandings,
  reviseClasses,
  type StandingBasis,
} from './standing-repository.ts'
import type { Standing } from './standing-row.ts'

/** More changed accounts than this are quicker refreshed with all the others. */
const MOST_SINGLE_ACCOUNTS = 500

/** Calendar months of the small line beside an account. */
const MONTHS_SHOWN = 12

/** Without orders and without a model every day gives the same standings. */
const ANY_DAY: Day = '2000-01-01'

/**
 * Brings the kept standings up to date, inside the open transaction where there is one. The previous
 * class is that of one quarter earlier under the model of then.
 * @param scope all accounts after a change of facts, settings or model; after a change of master data
 * the local keys of these accounts, whose value class alone is then computed anew
 */
export function refreshStanding(database: WorkspaceDatabase, scope: 'all' | readonly number[]): void {
  if (scope !== 'all' && scope.length === 0) return
  database.transaction(() => {
    const adopted = findModelInForce(database)
    const asOf = effectiveAsOf(database) ?? adopted?.model.effectiveOn ?? null
    const basis: StandingBasis = {
      asOf,
      previousAsOf: asOf && previousAsOf(asOf),
      modelId: adopted?.id ?? null,
    }
    if (
      scope === 'all' ||
      scope.length > MOST_SINGLE_ACCOUNTS ||
      !isSameBasis(findStandingBasis(database), basis) ||
      !refreshAccounts(database, adopted, asOf ?? ANY_DAY, [...new Set(scope)])
    ) {
      refreshAll(database, adopted, asOf ?? ANY_DAY)
      recordStandingBasis(database, basis)
    }
  })
}

function isSameBasis(kept: StandingBasis | undefined, wanted: StandingBasis): boolean {
  return kept?.asOf === wanted.asOf && kept.modelId === wanted.modelId
}

function refreshAll(database: WorkspaceDatabase, adopted: AdoptedModel | null, asOf: Day): void {
  const current = classifyAt(database, asOf, adopted)
  const previousClasses = earlierClasses(database, asOf)
  const monthlyNet = monthlyNetReader(database, asOf)
  replaceStandings(
    database,
    current.accounts.map(
      (account): Standing => ({
        ...account,
        previousValueClass: previousClasses.get(account.accountKey) ?? null,
        monthlyNet: monthlyNet(account.accountKey),
      }),
    ),
  )
}

/**
 * Refreshes a few accounts, or returns false where one with sales comes or goes, which moves the others'
 * ABC, pyramid and RFM.
 */
function refreshAccounts(
  database: WorkspaceDatabase,
  adopted: AdoptedModel | null,
  asOf: Day,
  accountKeys: readonly number[],
): boolean {
  const kept = readKeptFigures(database, accountKeys)
  const windowMonths = adopted?.model.windowMonths ?? DEFAULT_WINDOW_MONTHS
  const gathered = gatherPortfolio(database, asOf, windowMonths, accountKeys)
  const present = new Set(gathered.accounts.map((account) => account.accountKey))
  const entering = gathered.accounts.filter((account) => !kept.has(account.accountKey))
  const leaving = [...kept].filter(([accountKey]) => !present.has(accountKey))
  if (entering.some((account) => account.hasTradedEver)) return false
  if (leaving.some(([, figures]) => figures.hasFigures)) return false

  const classes = adopted
    ? classesOf(database, adopted.model, gathered, kept)
    : new Map<number, ClassOfAccount>()
  const classOf = (accountKey: number): ClassOfAccount =>
    classes.get(accountKey) ?? { ...WITHOUT_CLASS, accountKey }
  removeStandings(
    database,
    leaving.map(([accountKey]) => accountKey),
  )
  reviseClasses(
    database,
    gathered.accounts.flatMap(({ accountKey }) => (kept.has(accountKey) ? [classOf(accountKey)] : [])),
  )
  insertStandings(
    database,
    entering.map(({ accountKey }) => ({ ...WITHOUT_SALES, ...classOf(accountKey) })),
  )
  return true
}

const WITHOUT_CLASS: Omit<ClassOfAccount, 'accountKey'> = {
  valueClass: null,
  computedValueClass: null,
  isOverridden: false,
  previousValueClass: null,
  decidedBy: 'insufficient-data',
  isProvisional: false,
  score: null,
  coverage: 0,
}

const WITHOUT_SALES: Omit<Standing, keyof ClassOfAccount> = {
  isNew: false,
  abc: null,
  pyramid: null,
  rfm: null,
  rfmSegment: null,
  recencyDays: null,
  orderCount: 0,
  gross: 0,
  returns: 0,
  net: 0,
  priorNet: 0,
  growthPercent: null,
  marginPercent: null,
  monthlyNet: Array(MONTHS_SHOWN).fill(0),
}

function classesOf(
  database: WorkspaceDatabase,
  model: ScoringModel,
  gathered: PortfolioFacts,
  kept: ReadonlyMap<number, KeptFigures>,
): Map<number, ClassOfAccount> {
  const accountKeys = gathered.accounts.map((account) => account.accountKey)
  const earlierDay = previousAsOf(gathered.asOf)
  const earlierModel = findModelInForce(database, earlierDay)?.model ?? model
  const before = gatherPortfolio(database, earlierDay, earlierModel.windowMonths, accountKeys)
  const previous = classifyAccounts(database, earlierModel, before)
  const current = classifyAccounts(
    database,
    model,
    gathered,
    ({ accountKey }) => kept.get(accountKey)?.abc ?? null,
  )
  const overridden = readOverriddenClasses(database, gathered.asOf)
  const overriddenBefore = readOverriddenClasses(database, before.asOf)
  const previousClassOf = (accountKey: number) => {
    const computed = previous.get(accountKey)?.classification.valueClass
    return computed === undefined ? null : (overriddenBefore.get(accountKey) ?? computed)
  }
  return new Map(
    [...current].map(([accountKey, { classification }]) => [
      accountKey,
      {
        accountKey,
        valueClass: overridden.get(accountKey) ?? classification.valueClass,
        computedValueClass: classification.valueClass,
        isOverridden: overridden.has(accountKey),
        previousValueClass: previousClassOf(accountKey),
        decidedBy: classification.decidedBy,
        isProvisional: classification.isProvisional,
        score: classification.score,
        coverage: classification.coverage,
      },
    ]),
  )
}

/** Net sales of the last calendar months; the last one ends with the as-of date. */
function monthlyNetReader(database: WorkspaceDatabase, asOf: Day): (accountKey: number) => readonly number[] {
  const lastMonth = monthOf(asOf)
  const none: readonly number[] = Array(MONTHS_SHOWN).fill(0)
  const byAccount = new Map<number, number[]>()
  for (const { accountKey, net } of readMonthlyNet(database, lastMonth - MONTHS_SHOWN + 1, lastMonth - 1)) {
    byAccount.set(accountKey, [...net, 0])
  }
  const running = readAccountSales(database, { from: firstDayOfMonth(lastMonth), to: asOf })
  for (const { accountKey, gross, returns } of running) {
    const months = byAccount.get(accountKey) ?? [...none]
    months[MONTHS_SHOWN - 1] = gross - returns
    byAccount.set(accountKey, months)
  }
  return (accountKey) => byAccount.get(accountKey) ?? none
}
