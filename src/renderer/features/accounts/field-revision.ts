import type { FieldDefinition } from '#shared/contract/field.ts'
import { type CustomValue, fieldValue } from '#shared/domain/custom-field.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import type { Format } from '../../components/format.tsx'
import { parseAmount } from '../../components/parse-amount.ts'
import { parseDay } from '../../components/parse-day.ts'
import { readNumber } from '../../components/read-number.ts'

type Field = Pick<FieldDefinition, 'kind' | 'options'>

export type FieldRevision =
  | { state: 'same' }
  | { state: 'changed'; value: CustomValue | null }
  | { state: 'refused'; reason: 'not-number' | 'not-amount' | 'not-day' | 'not-option' | 'too-long' }

/** A custom field's value as it is typed: exact figures, which the cell may show rounded. */
export function typedText(value: CustomValue | undefined, format: Pick<Format, 'number'>): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  return format.number(typeof value === 'number' ? value : unitsFromAmount(value.amount), 4)
}

const REFUSALS = { number: 'not-number', money: 'not-amount', date: 'not-day', choice: 'not-option' } as const

/** What a typed text would change in a custom field. Blank means unknown; money keeps the currency it has. */
export function fieldRevision(
  { kind, options }: Field,
  before: CustomValue | undefined,
  text: string,
  baseCurrency: string,
): FieldRevision {
  const typed = text.trim()
  if (typed === '') return before === undefined ? { state: 'same' } : { state: 'changed', value: null }
  const value = readValue()
  if (value === null) return { state: 'refused', reason: kind === 'text' ? 'too-long' : REFUSALS[kind] }
  if (JSON.stringify(value) === JSON.stringify(before)) return { state: 'same' }
  return fieldValue.safeParse(value).success
    ? { state: 'changed', value }
    : { state: 'refused', reason: 'too-long' }

  function readValue(): CustomValue | null {
    switch (kind) {
      case 'text':
        return typed
      case 'number':
        return readNumber(typed) ?? null
      case 'date':
        return parseDay(typed)
      case 'choice':
        return options.find((option) => option.toLowerCase() === typed.toLowerCase()) ?? null
      case 'money': {
        const amount = parseAmount(typed)
        const currency = typeof before === 'object' ? before.currency : baseCurrency
        return amount === null ? null : { amount, currency }
      }
    }
  }
}
