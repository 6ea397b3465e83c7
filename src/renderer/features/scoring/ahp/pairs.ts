import type { CriterionKey, Weighting } from '#shared/domain/scoring-model.ts'

/** How many times as important the row's criterion is as the column's; null where nobody compared. */
export type Matrix = (number | null)[][]

/** Steps of Saaty's scale from 9 for the one to 9 for the other; 0 says equal. */
export const STEPS = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8] as const

export interface Pair {
  row: number
  column: number
}

export function pairsOf(count: number): Pair[] {
  return Array.from({ length: count }, (_, row) => row).flatMap((row) =>
    Array.from({ length: count - row - 1 }, (_, offset) => ({ row, column: row + offset + 1 })),
  )
}

/** The comparisons the weighting was made of where they are of the same criteria, else none yet. */
export function startMatrix(keys: readonly CriterionKey[], weighting: Weighting): Matrix {
  const kept = weighting.method === 'ahp' ? weighting : null
  return keys.map((row) =>
    keys.map((column) => {
      if (row === column) return 1
      const at = kept ? [kept.keys.indexOf(row), kept.keys.indexOf(column)] : []
      return kept?.matrix[at[0] ?? -1]?.[at[1] ?? -1] ?? null
    }),
  )
}

/** Step of a cell: negative where the row matters more; null where nobody compared. */
export function stepOf(cell: number | null): number | null {
  if (cell === null) return null
  const times = cell >= 1 ? cell : 1 / cell
  const step = Math.min(8, Math.round(times) - 1)
  return cell >= 1 && step > 0 ? -step : step
}

/** The matrix with one pair judged, the other half its reciprocal. */
export function judge(matrix: Matrix, { row, column }: Pair, step: number): Matrix {
  const times = Math.abs(step) + 1
  const cell = step <= 0 ? times : 1 / times
  return matrix.map((cells, at) =>
    cells.map((present, other) =>
      at === row && other === column ? cell : at === column && other === row ? 1 / cell : present,
    ),
  )
}
