import { z } from 'zod'
import type { Id } from '#shared/domain/id.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { type SpendCompetitor, spendCompetitor } from '#shared/domain/wallet.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { toBaseAmount } from '../order/budget-rates.ts'
import { customerSpendId } from '../spend/spend-repository.ts'
import { createAccountFinder } from './account-finder.ts'
import { createCategoryIntake } from './category-intake.ts'
import type { RecordPlan } from './record-plan.ts'
import { noMasters, numberOf, type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'
import { createRegisterDraft } from './register-draft.ts'

const LONGEST_NAME = 120
const competitorList = z.array(spendCompetitor)

/**
 * Takes in what customers spend by category and year, of customers the workspace has. Several rows of one customer, category
 * and year may name a competitor each, as long as they agree on the spend.
 */
export function openSpendTarget(
  database: ReadDatabase,
  { rates, defaultCurrency }: RecordPlan,
): RecordTarget {
  const draft = createRegisterDraft(database)
  const findAccount = createAccountFinder(database)
  const categoryOf = createCategoryIntake(database, draft)
  const seen = new Map<Id, string>()

  const place = (values: RecordValues): Placement => {
    const customerNumber = textOf(values, 'customerNumber')
    const customerField = customerNumber === null ? 'customerName' : 'customerNumber'
    const account = findAccount(customerNumber, textOf(values, 'customerName'))
    if (account === 'unknown') return rejected('unknown-customer', customerField)
    if (account === 'ambiguous') return rejected('ambiguous-customer', customerField)
    const amount = numberOf(values, 'amount') ?? 0
    const currency = textOf(values, 'currency') ?? defaultCurrency
    const rate = rates.get(currency)
    if (rate === undefined) {
      return rejected('unknown-rate', values.currency === undefined ? 'amount' : 'currency')
    }
    if (amount < 0) return rejected('negative-number', 'amount')

    const year = numberOf(values, 'year') ?? 0
    const categoryId = categoryOf(textOf(values, 'category') ?? '')
    const id = customerSpendId(account.id, categoryId, year)
    const given: Record<string, RegisterValue> = { amount, currency }
    for (const field of ['source', 'sourceOn', 'confidence'] as const) {
      const value = textOf(values, field)
      if (value !== null) given[field] = value
    }
    const name = textOf(values, 'competitor')
    const form = canonicalJson(given)
    const met = seen.get(id)
    if (met !== undefined && (met !== form || name === null)) return rejected('repeated-key', 'category')

    const competitors = withCompetitor(
      competitorList.catch([]).parse(draft.shown('customer_spend', id, 'competitors') ?? []),
      name,
      numberOf(values, 'competitorSharePercent'),
    )
    const shares = competitors.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0)
    if (shares > 100) return rejected('invalid-percent', 'competitorSharePercent')
    seen.set(id, form)
    const standing = draft.shown('customer_spend', id, 'estimate')
    const state = draft.set('customer_spend', id, {
      core: { partyId: account.id, categoryId, year },
      // A stated amount replaces a rank and a range that stood in for it.
      estimate: {
        lowAmount: null,
        highAmount: null,
        source: fieldOf(standing, 'source'),
        sourceOn: fieldOf(standing, 'sourceOn'),
        confidence: fieldOf(standing, 'confidence'),
        rank: null,
        suppliers: null,
        ...given,
      },
      competitors,
    })
    return { state, baseAmount: toBaseAmount(amount, rate), currency, on: `${year}-12-31` }
  }

  return {
    nouns: ['wallet', 'product'],
    place,
    write(writer) {
      draft.write(writer)
      return { facts: null }
    },
    figures: noMasters,
  }
}

const fieldOf = (value: RegisterValue, field: string): RegisterValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[field] ?? null) : null

/** The list with this competitor's share as the row has it; a row without a share keeps the one that stands. */
function withCompetitor(
  standing: readonly SpendCompetitor[],
  given: string | null,
  share: number | null,
): SpendCompetitor[] {
  if (given === null) return [...standing]
  const name = given.slice(0, LONGEST_NAME)
  const known = standing.find((competitor) => competitor.name === name)
  const sharePercent = share === null ? (known?.sharePercent ?? null) : share / AMOUNT_SCALE
  return known
    ? standing.map((competitor) => (competitor === known ? { name, sharePercent } : competitor))
    : [...standing, { name, sharePercent }]
}
