import type { Id } from '#shared/domain/id.ts'
import type { ImportField } from '#shared/domain/import-field.ts'
import { isCustomField } from '#shared/domain/import-field.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { partyRole } from '#shared/domain/party.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { FieldValue, MappedField, RecordValues } from '../../interchange/record-field.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { customValueId } from '../field/custom-values.ts'
import { createCompanyIntake } from './company-intake.ts'
import type { RecordPlan } from './record-plan.ts'
import { type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'
import { combined, createRegisterDraft } from './register-draft.ts'

/** Fields that are registers of the same name. */
const PLAIN = [
  'legalName',
  'country',
  'city',
  'address',
  'industry',
  'segment',
  'accountManager',
  'phone',
  'website',
  'taxId',
  'customerSince',
  'headcount',
] as const satisfies readonly ImportField[]

/** Takes in companies with the firm's own fields: what a cell says replaces what stands, an empty cell leaves it. */
export function openPartyTarget(
  database: ReadDatabase,
  { fields, defaultCurrency }: RecordPlan,
): RecordTarget {
  const draft = createRegisterDraft(database)
  const companies = createCompanyIntake(database, draft)
  const seen = new Set<Id>()
  const own = fields.filter(({ field }) => isCustomField(field))

  const place = (values: RecordValues): Placement => {
    const number = textOf(values, 'customerNumber')
    const name = textOf(values, 'customerName')
    const key = number === null ? 'customerName' : 'customerNumber'
    const company = companies.find(number, name)
    if (company === 'ambiguous') return rejected('ambiguous-customer', key)
    const { id } = company
    if (seen.has(id)) return rejected('repeated-key', key)
    seen.add(id)
    const registers: Record<string, RegisterValue> = {}
    if (name !== null && number !== null) registers.name = name
    for (const field of PLAIN) {
      const value = values[field]
      if (value !== undefined) registers[field] = value
    }
    const role = partyRole.safeParse(values.role)
    const party = companies.set(id, registers, role.success ? role.data : null)
    const states = own.flatMap((mapped) => {
      const value = values[mapped.field]
      if (value === undefined) return []
      const fieldId = mapped.field.slice('custom:'.length)
      return draft.set('custom_value', customValueId(id, fieldId), {
        core: { partyId: id, fieldId },
        value: storedValue(mapped, value, defaultCurrency),
      })
    })
    return { state: combined(party, ...states) }
  }

  return {
    nouns: own.length > 0 ? ['account', 'party', 'field'] : ['account', 'party'],
    place,
    write(writer) {
      companies.finish()
      draft.write(writer)
      return { facts: null }
    },
    figures: () => ({ ...companies.figures(), updatedAccounts: 0, newProducts: 0 }),
  }
}

function storedValue({ reading }: MappedField, value: FieldValue, currency: string): RegisterValue {
  if (typeof value !== 'number') return value
  return reading === 'amount' ? { amount: value, currency } : value / AMOUNT_SCALE
}
