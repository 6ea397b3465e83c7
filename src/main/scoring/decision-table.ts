/** Alternatives in rows, criteria in columns. */
export interface DecisionTable {
  values: readonly (readonly number[])[]
  /** Not negative; only their proportions matter. */
  weights: readonly number[]
  /** Per criterion: is more of it better. */
  benefit: readonly boolean[]
}

export type TableFault =
  | 'empty'
  /** Rows, weights and directions of unequal length. */
  | 'ragged'
  | 'not-finite'
  | 'negative-weight'
  | 'no-weight'

/** Why a table can't be decided on; null where it can. */
export function tableFault({ values, weights, benefit }: DecisionTable): TableFault | null {
  const width = values[0]?.length ?? 0
  if (width === 0) return 'empty'
  const isRagged = values.some((row) => row.length !== width)
  if (isRagged || weights.length !== width || benefit.length !== width) return 'ragged'
  if (!values.every((row) => row.every(Number.isFinite)) || !weights.every(Number.isFinite))
    return 'not-finite'
  if (weights.some((weight) => weight < 0)) return 'negative-weight'
  return weights.some((weight) => weight > 0) ? null : 'no-weight'
}

/** Parts of 1 in proportion to figures of which none is negative; null without a positive one. */
export function proportions(figures: readonly number[]): number[] | null {
  const largest = figures.reduce((most, figure) => Math.max(most, figure), 0)
  if (largest <= 0) return null
  const scaled = figures.map((figure) => figure / largest)
  const total = scaled.reduce((sum, figure) => sum + figure, 0)
  return scaled.map((figure) => figure / total)
}

export function column(values: readonly (readonly number[])[], index: number): number[] {
  return values.map((row) => row[index] ?? 0)
}
