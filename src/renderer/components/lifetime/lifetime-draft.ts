import {
  LIFETIME_KEYS,
  type LifetimeEntries,
  type LifetimeKey,
  lifetimeValues,
} from '#shared/domain/lifetime.ts'
import { parseAmount } from '../parse-amount.ts'

/** What is being typed, by assumption; a key that is left out is not being edited. */
export type LifetimeDraft = Partial<Record<LifetimeKey, string>>

export type ReadAssumption = { kind: 'value'; value: number } | { kind: 'blank' } | { kind: 'refused' }

/** An assumption as people type it; blank gives it back to the account's figures. */
export function readAssumption(key: LifetimeKey, text: string): ReadAssumption {
  const written = text.trim()
  if (written === '') return { kind: 'blank' }
  const number = key === 'sales' ? parseAmount(written) : parsePlain(written)
  const value = lifetimeValues.shape[key].safeParse(number)
  return value.success ? { kind: 'value', value: value.data } : { kind: 'refused' }
}

/** The kept entries with what is typed in their place; what can't be read stays as it was. */
export function trialOf(kept: LifetimeEntries, draft: LifetimeDraft): LifetimeEntries {
  const trial: LifetimeEntries = { ...kept }
  for (const [key, text] of draftEntries(draft)) {
    const read = readAssumption(key, text)
    if (read.kind !== 'refused') trial[key] = read.kind === 'value' ? read.value : null
  }
  return trial
}

function draftEntries(draft: LifetimeDraft): [LifetimeKey, string][] {
  return LIFETIME_KEYS.flatMap((key): [LifetimeKey, string][] => {
    const text = draft[key]
    return text === undefined ? [] : [[key, text]]
  })
}

function parsePlain(text: string): number | null {
  const plain = text
    .replace(/[%％年]|years?$/gi, '')
    .replace('\u2212', '-')
    .trim()
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}
