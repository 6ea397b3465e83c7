import { column, type DecisionTable, proportions, type TableFault, tableFault } from './decision-table.ts'

export type TopsisResult =
  | {
      kind: 'ranked'
      /** 0 at the worst point, 1 at the best; null where both coincide, as for a single alternative. */
      closeness: (number | null)[]
      /** Best and worst weighted value per criterion; 0 for a dropped one. */
      ideal: number[]
      antiIdeal: number[]
      /** Criteria that are zero for every alternative. */
      droppedCriteria: number[]
      /** Negative figures distort the vector norm. */
      hasNegative: boolean
    }
  | { kind: 'undefined'; reason: TableFault }

/**
 * Closeness to the ideal alternative, by vector norm: r = x/√Σx², v = w·r, C = S⁻/(S⁺ + S⁻). Ranks can
 * turn round when alternatives are added: a second opinion, never the class.
 * Source: Hwang & Yoon 1981, Multiple Attribute Decision Making.
 */
export function topsis(table: DecisionTable): TopsisResult {
  const fault = tableFault(table)
  const weights = fault ? null : proportions(table.weights)
  if (!weights) return { kind: 'undefined', reason: fault ?? 'no-weight' }
  const norms = weights.map((_, j) => vectorNorm(column(table.values, j)))
  const weighted = table.values.map((row) =>
    row.map((value, j) => ((norms[j]?.scale ?? 0) > 0 ? normed(value, norms[j]) * (weights[j] ?? 0) : 0)),
  )
  const extreme = (isBest: boolean) =>
    weights.map((_, j) => {
      const values = column(weighted, j)
      const pick = table.benefit[j] === isBest ? Math.max : Math.min
      return values.reduce((found, value) => pick(found, value))
    })
  const [ideal, antiIdeal] = [extreme(true), extreme(false)]
  return {
    kind: 'ranked',
    closeness: weighted.map((row) => {
      const [toIdeal, toAntiIdeal] = [distance(row, ideal), distance(row, antiIdeal)]
      const sum = toIdeal + toAntiIdeal
      return sum > 0 ? toAntiIdeal / sum : null
    }),
    ideal,
    antiIdeal,
    droppedCriteria: norms.flatMap(({ scale }, j) => (scale > 0 ? [] : [j])),
    hasNegative: table.values.some((row) => row.some((value) => value < 0)),
  }
}

interface Norm {
  /** Largest absolute value; the length is that of the values over it, so that squares stay in range. */
  scale: number
  length: number
}

function vectorNorm(values: readonly number[]): Norm {
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  const squares = values.reduce((sum, value) => sum + (scale > 0 ? (value / scale) ** 2 : 0), 0)
  return { scale, length: Math.sqrt(squares) }
}

const normed = (value: number, norm: Norm | undefined): number =>
  norm ? value / norm.scale / norm.length : 0

function distance(row: readonly number[], point: readonly number[]): number {
  return Math.hypot(...row.map((value, j) => value - (point[j] ?? 0)))
}
