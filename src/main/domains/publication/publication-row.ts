import { z } from 'zod'
import { type PublicationBasis, publicationBasis } from '#shared/contract/publication.ts'
import type { Id } from '#shared/domain/id.ts'
import { type ValueClass, valueClass } from '#shared/domain/value-class.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'

/** An account's result as it was announced. */
export interface PublishedResult {
  /** What was announced: the override's class where there was one, else the settled one. */
  valueClass: ValueClass
  /** Calculated class after hysteresis: what the next quarter is held against. */
  settled: ValueClass
  calculated: ValueClass
  /** Two decimals. */
  score: number | null
  basis: PublicationBasis
}

/** One short row per account: ten thousand of them stay under a megabyte. */
const storedResult = z.tuple([valueClass, valueClass, valueClass, z.number().nullable(), publicationBasis])

const summary = z.strictObject({
  accountCount: z.int(),
  changed: z.int(),
  held: z.int(),
  overridden: z.int(),
  classes: z.array(z.strictObject({ valueClass, count: z.int() })),
})
export type PublicationSummary = z.infer<typeof summary>

/** Null for a text that holds no summary. */
export function textToSummary(text: string | null): PublicationSummary | null {
  const parsed = summary.safeParse(JSON.parse(text ?? 'null'))
  return parsed.success ? parsed.data : null
}

/** Null for a text that holds no result. */
export function textToResult(text: string | null): PublishedResult | null {
  const parsed = storedResult.safeParse(JSON.parse(text ?? 'null'))
  if (!parsed.success) return null
  const [announced, settled, calculated, score, basis] = parsed.data
  return { valueClass: announced, settled, calculated, score, basis }
}

/** The one register that freezes a quarter. */
export function resultsToRegister(
  counted: PublicationSummary,
  results: ReadonlyMap<Id, PublishedResult>,
): RegisterValue {
  return {
    summary: { ...counted, classes: counted.classes.map((one) => ({ ...one })) },
    accounts: Object.fromEntries(
      [...results].map(([id, { valueClass: announced, settled, calculated, score, basis }]) => [
        id,
        [announced, settled, calculated, score, basis],
      ]),
    ),
  }
}
