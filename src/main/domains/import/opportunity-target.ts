import type { Id } from '#shared/domain/id.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { toBaseAmount } from '../order/budget-rates.ts'
import { createCategoryIntake } from './category-intake.ts'
import { createCompanyIntake } from './company-intake.ts'
import type { RecordPlan } from './record-plan.ts'
import { numberOf, type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'
import { createRegisterDraft } from './register-draft.ts'

/** Takes in opportunities by their number; a customer that is not there is made a prospect. */
export function openOpportunityTarget(
  database: ReadDatabase,
  { rates, defaultCurrency }: RecordPlan,
): RecordTarget {
  const draft = createRegisterDraft(database)
  const companies = createCompanyIntake(database, draft)
  const categoryOf = createCategoryIntake(database, draft)
  const byNumber = database.sqlite
    .prepare<[string], Buffer>('SELECT id FROM opportunity WHERE number = ? AND is_deleted = 0 LIMIT 1')
    .pluck()
  const seen = new Set<Id>()

  const place = (values: RecordValues): Placement => {
    const number = textOf(values, 'number') ?? ''
    const living = byNumber.get(number)
    const id = living ? blobToId(living) : stableId('opportunity-number', number)
    if (seen.has(id)) return rejected('repeated-key', 'number')

    const amount = numberOf(values, 'value')
    const currency = textOf(values, 'currency') ?? defaultCurrency
    const rate = rates.get(currency)
    if (amount !== null && rate === undefined) {
      return rejected('unknown-rate', values.currency === undefined ? 'value' : 'currency')
    }
    if (amount !== null && amount < 0) return rejected('negative-number', 'value')

    const stage = textOf(values, 'stage')
    const isEndStage = stage === 'won' || stage === 'lost'
    const outcome = textOf(values, 'outcome') ?? (isEndStage ? stage : null)
    const expectedClose = textOf(values, 'expectedCloseOn')
    const closedOn = textOf(values, 'closedOn') ?? expectedClose
    if (outcome !== null && closedOn === null) {
      const mapped = (['closedOn', 'expectedCloseOn', 'outcome'] as const).find(
        (field) => values[field] !== undefined,
      )
      return rejected('missing-value', mapped ?? 'stage')
    }

    const customerNumber = textOf(values, 'customerNumber')
    const company = companies.find(customerNumber, textOf(values, 'customerName'))
    if (company === 'ambiguous') return rejected('ambiguous-customer', 'customerName')
    if (company.isNew) companies.set(company.id, {}, null)
    seen.add(id)

    const category = textOf(values, 'category')
    const reason = textOf(values, 'reason')
    const percent = numberOf(values, 'probabilityPercent')
    const registers: Record<string, RegisterValue> = {
      core: { partyId: company.id, number, name: textOf(values, 'name') },
    }
    if (category !== null) registers.category = categoryOf(category)
    if (amount !== null) registers.value = { amount, currency }
    if (stage !== null && !isEndStage) registers.stage = stage
    else if (!draft.isThere('opportunity', id)) registers.stage = isEndStage ? 'negotiation' : 'identified'
    if (percent !== null) registers.probabilityPercent = percent / AMOUNT_SCALE
    if (expectedClose !== null) registers.expectedClose = expectedClose
    if (outcome !== null) {
      registers.outcome = { outcome, closedOn, reasons: reason === null ? [] : [reason] }
    }
    for (const field of ['competitor', 'owner'] as const) {
      const value = textOf(values, field)
      if (value !== null) registers[field] = value
    }
    return {
      state: draft.set('opportunity', id, registers),
      ...(amount === null || rate === undefined ? {} : { baseAmount: toBaseAmount(amount, rate), currency }),
      ...(expectedClose === null ? {} : { on: expectedClose }),
    }
  }

  return {
    nouns: ['opportunity', 'account', 'party'],
    place,
    write(writer) {
      companies.finish()
      draft.write(writer)
      return { facts: null }
    },
    figures: () => ({ ...companies.figures(), updatedAccounts: 0, newProducts: 0 }),
  }
}
