import { column, proportions } from './decision-table.ts'

export type EntropyResult =
  | {
      kind: 'weighted'
      /** How much each criterion tells the alternatives apart, sum 1. */
      weights: number[]
      /** 1 where all alternatives are alike, 0 where one has everything. */
      entropies: number[]
    }
  | { kind: 'undefined'; reason: EntropyFault }

export type EntropyFault =
  | 'ragged'
  | 'not-finite'
  | 'negative-value'
  /** One alternative tells nothing apart. */
  | 'too-few'
  | 'no-variation'

/**
 * Discriminating power of criteria: e = −Σ p ln p / ln m over the shares p of the alternatives,
 * w = (1 − e)/Σ(1 − e). A constant criterion weighs 0. A diagnosis, not a weighting to decide with: the
 * noisiest criterion gets the most.
 * Source: Shannon 1948; Zeleny 1982, Multiple Criteria Decision Making; Hwang & Yoon 1981.
 * @param values alternatives in rows, criteria in columns, none negative
 */
export function entropyWeights(values: readonly (readonly number[])[]): EntropyResult {
  const width = values[0]?.length ?? 0
  const none = (reason: EntropyFault): EntropyResult => ({ kind: 'undefined', reason })
  if (values.some((row) => row.length !== width)) return none('ragged')
  if (values.length < 2 || width === 0) return none('too-few')
  if (values.some((row) => !row.every(Number.isFinite))) return none('not-finite')
  if (values.some((row) => row.some((value) => value < 0))) return none('negative-value')
  const entropies = Array.from({ length: width }, (_, j) => entropyOf(column(values, j)))
  const weights = proportions(entropies.map((entropy) => 1 - entropy))
  return weights ? { kind: 'weighted', weights, entropies } : none('no-variation')
}

function entropyOf(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return 1
  const shares = proportions(values) ?? []
  const sum = shares.reduce((total, share) => total - (share > 0 ? share * Math.log(share) : 0), 0)
  return Math.min(sum / Math.log(values.length), 1)
}
