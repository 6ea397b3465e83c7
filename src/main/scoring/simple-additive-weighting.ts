import { column, type DecisionTable, proportions, type TableFault, tableFault } from './decision-table.ts'

export type AdditiveResult =
  | { kind: 'scored' /** Per alternative, 0 to 1. */; scores: number[] }
  | { kind: 'undefined'; reason: TableFault | 'negative-value' }

/**
 * Weighted sum of ratios to the best alternative: x/max where more is better, min/x where less is.
 * A criterion of zeros earns nothing; a cost of 0 earns all, and beside it every other cost nothing.
 * Source: Hwang & Yoon 1981, Multiple Attribute Decision Making (simple additive weighting).
 */
export function simpleAdditiveWeighting(table: DecisionTable): AdditiveResult {
  const fault = tableFault(table)
  const weights = fault ? null : proportions(table.weights)
  if (!weights) return { kind: 'undefined', reason: fault ?? 'no-weight' }
  if (table.values.some((row) => row.some((value) => value < 0))) {
    return { kind: 'undefined', reason: 'negative-value' }
  }
  const best = weights.map((_, j) => {
    const pick = table.benefit[j] ? Math.max : Math.min
    return column(table.values, j).reduce((found, value) => pick(found, value))
  })
  const ratio = (value: number, j: number) => {
    const reference = best[j] ?? 0
    if (table.benefit[j]) return reference > 0 ? value / reference : 0
    return value > 0 ? reference / value : 1
  }
  return {
    kind: 'scored',
    scores: table.values.map((row) =>
      row.reduce((sum, value, j) => sum + (weights[j] ?? 0) * ratio(value, j), 0),
    ),
  }
}
