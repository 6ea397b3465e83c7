import { addMonths, type Day } from '#shared/domain/calendar.ts'
import { MODEL_DEFAULTS, type ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type ClassifiedAccount, classifyPortfolio } from '../../scoring/classify-portfolio.ts'
import { growthInput } from '../../scoring/growth.ts'
import { DEFAULT_THRESHOLDS } from '../../scoring/starter-model.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { type OverriddenClasses, readOverriddenClasses } from './class-overrides.ts'
import { type AdoptedModel, findModelInForce } from './model-in-force.ts'
import { type AccountFacts, gatherPortfolio } from './portfolio-facts.ts'
import type { Standing } from './standing-row.ts'

const NO_OVERRIDES: OverriddenClasses = new Map()

/** Months of the window while no model says another number. */
export const DEFAULT_WINDOW_MONTHS = 12

/** Every account at one date: facts and results in the same order. */
export interface PortfolioAt {
  asOf: Day
  windowMonths: number
  adopted: AdoptedModel | null
  facts: readonly AccountFacts[]
  accounts: readonly AccountAt[]
}

/** Standing without its past. */
export type AccountAt = Omit<Standing, 'previousValueClass' | 'monthlyNet'>

/** One quarter earlier: the date that movements are measured from. */
export function previousAsOf(asOf: Day): Day {
  return addMonths(asOf, -3)
}

/**
 * Classifies every account as of any date under the model in force on it, from orders up to that date alone,
 * with the overrides in force on that day in the place of computed classes.
 * Without a model ABC, pyramid, RFM, growth and margin stand; classes are null.
 */
export function classifyAt(
  database: ReadDatabase,
  asOf: Day,
  adopted: AdoptedModel | null = findModelInForce(database, asOf),
): PortfolioAt {
  return classifyUnder(database, asOf, adopted, adopted?.model ?? modelWithoutCriteria(asOf))
}

/** By account key, the classes of one quarter earlier under the model that was in force then. */
export function earlierClasses(database: ReadDatabase, asOf: Day): ReadonlyMap<number, ValueClass | null> {
  const earlierDay = previousAsOf(asOf)
  const adopted = findModelInForce(database, earlierDay)
  if (!adopted) return new Map()
  const { accounts } = classifyAt(database, earlierDay, adopted)
  return new Map(accounts.map(({ accountKey, valueClass }) => [accountKey, valueClass]))
}

/** ABC, pyramid, RFM, growth and margin over any window; no model, so no classes. */
export function rankAt(database: ReadDatabase, asOf: Day, windowMonths: number): PortfolioAt {
  return classifyUnder(database, asOf, null, { ...modelWithoutCriteria(asOf), windowMonths })
}

function classifyUnder(
  database: ReadDatabase,
  asOf: Day,
  adopted: AdoptedModel | null,
  model: ScoringModel,
): PortfolioAt {
  const { windowMonths } = model
  const { accounts: facts, historyFrom } = gatherPortfolio(database, asOf, windowMonths)
  const overridden = adopted ? readOverriddenClasses(database, asOf) : NO_OVERRIDES
  const { accounts } = classifyPortfolio(facts, model, {
    asOf,
    historyFrom,
    rfm: {
      method: model.rfm.method ?? readSettings(database).rfmMethod,
      bands: model.rfm.bands ?? undefined,
    },
  })
  return {
    asOf,
    windowMonths,
    adopted,
    facts,
    accounts: facts.map((account, i) => toAccountAt(account, accounts[i], adopted !== null, overridden)),
  }
}

function toAccountAt(
  facts: AccountFacts,
  classified: ClassifiedAccount | undefined,
  hasModel: boolean,
  overridden: OverriddenClasses,
): AccountAt {
  if (!classified) throw new Error(`Account ${facts.accountKey} was not classified.`)
  const override = overridden.get(facts.accountKey)
  return {
    accountKey: facts.accountKey,
    valueClass: override ?? (hasModel ? classified.valueClass : null),
    computedValueClass: hasModel ? classified.valueClass : null,
    isOverridden: override !== undefined,
    decidedBy: hasModel ? classified.decidedBy : 'insufficient-data',
    isProvisional: hasModel && classified.isProvisional,
    isNew: classified.isNew,
    score: hasModel ? classified.score : null,
    coverage: hasModel ? classified.coverage : 0,
    abc: classified.abc,
    pyramid: classified.pyramid,
    rfm: classified.rfm,
    rfmSegment: classified.rfmSegment,
    recencyDays: classified.recencyDays,
    orderCount: facts.orderCount,
    gross: facts.gross,
    returns: facts.returns,
    net: facts.netSales,
    priorNet: facts.priorNetSales,
    growthPercent: growthInput(classified.growth),
    marginPercent: classified.marginPercent,
  }
}

/** Scores nothing: what is used for the figures that need no model. */
function modelWithoutCriteria(asOf: Day): ScoringModel {
  return {
    ...MODEL_DEFAULTS,
    version: 1,
    name: '',
    effectiveOn: asOf,
    currency: 'XXX',
    windowMonths: DEFAULT_WINDOW_MONTHS,
    criteria: [],
    inactive: [],
    thresholds: DEFAULT_THRESHOLDS,
    problemMinimumOrders: 0,
    minimumCoverage: 1,
    strategicBeforeGold: false,
  }
}
