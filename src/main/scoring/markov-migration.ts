import { closedGroups, stationaryDistribution } from './stationary-distribution.ts'

export interface Migration {
  classes: string[]
  /** Accounts that went from the class of the row to that of the column. */
  counts: number[][]
  /** Shares of each row, sum 1; null where no account started in the class. */
  matrix: (number[] | null)[]
  /** Share of each class that stayed in it; null where no account started in it. */
  retention: (number | null)[]
  /** Share of all accounts that kept their class. */
  overallRetention: number | null
  /** Share of accounts per class at the end; empty sums to nothing. */
  mix: number[]
  /** Where the mix would settle if the moves went on as they are. */
  steadyState: number[] | null
  noSteadyState: NoSteadyState | null
  /** Classes whose shares rest on fewer than `SMALL_COUNT` accounts. */
  smallClasses: string[]
  /** Accounts with a class only at the end, and only at the start. */
  entered: number
  left: number
}

export type NoSteadyState =
  | 'no-moves'
  /** A class that accounts are in, but from which no move was seen. */
  | 'unknown-departures'
  /** Groups of classes that are never left: the end depends on where an account starts. */
  | 'several-ends'

/** Shares of a row rest on too few accounts below this number. */
export const SMALL_COUNT = 10

/**
 * Moves of accounts between classes as a Markov chain: transition shares, retention, steady state.
 * @param from class of each account at the start, null when it had none @param to the same at the end
 * @param classes order of the classes; those that occur, in the order of their names, by default
 * Source: Kemeny & Snell 1960, Finite Markov Chains; Pfeifer & Carraway 2000, J. Interactive Marketing 14(2).
 */
export function classMigration(
  from: readonly (string | null)[],
  to: readonly (string | null)[],
  classes: readonly string[] = occurring(from, to),
): Migration {
  const positions = new Map(classes.map((name, index) => [name, index]))
  const counts = classes.map(() => new Array<number>(classes.length).fill(0))
  const ending = new Array<number>(classes.length).fill(0)
  let entered = 0
  let left = 0
  for (let i = 0; i < Math.max(from.length, to.length); i++) {
    const start = positions.get(from[i] ?? '')
    const end = positions.get(to[i] ?? '')
    if (end !== undefined) ending[end] = (ending[end] ?? 0) + 1
    const row = start === undefined ? undefined : counts[start]
    if (row && end !== undefined) row[end] = (row[end] ?? 0) + 1
    else if (end !== undefined) entered += 1
    else if (row) left += 1
  }

  const totals = counts.map(sumOf)
  const moves = sumOf(totals)
  const matrix = counts.map((row, i) => {
    const total = totals[i] ?? 0
    return total > 0 ? row.map((count) => count / total) : null
  })
  const stayed = counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)
  const present = sumOf(ending)
  return {
    classes: [...classes],
    counts,
    matrix,
    retention: matrix.map((row, i) => row?.[i] ?? null),
    overallRetention: moves > 0 ? stayed / moves : null,
    mix: ending.map((count) => (present > 0 ? count / present : 0)),
    ...settled(matrix, moves),
    smallClasses: classes.filter((_, i) => (totals[i] ?? 0) > 0 && (totals[i] ?? 0) < SMALL_COUNT),
    entered,
    left,
  }
}

/**
 * Mix of classes after a number of further periods; null when it has accounts in a class from which no
 * move was seen.
 */
export function expectedMix(
  { matrix }: Pick<Migration, 'matrix'>,
  mix: readonly number[],
  periods: number,
): number[] | null {
  let current = [...mix]
  for (let period = 0; period < periods; period++) {
    const next = new Array<number>(current.length).fill(0)
    for (const [i, share] of current.entries()) {
      const row = matrix[i]
      if (share === 0) continue
      if (!row) return null
      row.forEach((part, j) => {
        next[j] = (next[j] ?? 0) + share * part
      })
    }
    current = next
  }
  return current
}

function settled(
  matrix: (number[] | null)[],
  moves: number,
): Pick<Migration, 'steadyState' | 'noSteadyState'> {
  const none = (noSteadyState: NoSteadyState) => ({ steadyState: null, noSteadyState })
  if (moves === 0) return none('no-moves')
  const isEntered = (j: number) => matrix.some((row) => (row?.[j] ?? 0) > 0)
  if (matrix.some((row, j) => row === null && isEntered(j))) return none('unknown-departures')
  const known = matrix.flatMap((row, i) => (row ? [i] : []))
  const among = known.map((i) => known.map((j) => matrix[i]?.[j] ?? 0))
  const [end, ...others] = closedGroups(among)
  if (!end || others.length > 0) return none('several-ends')
  const shares = stationaryDistribution(end.map((i) => end.map((j) => among[i]?.[j] ?? 0)))
  const steadyState = new Array<number>(matrix.length).fill(0)
  for (const [at, i] of end.entries()) steadyState[known[i] ?? 0] = shares[at] ?? 0
  return { steadyState, noSteadyState: null }
}

function occurring(...lists: readonly (readonly (string | null)[])[]): string[] {
  const names = new Set(lists.flat().filter((name) => name !== null))
  const isNumbered = [...names].every((name) => Number.isFinite(Number(name)))
  return isNumbered ? [...names].sort((x, y) => Number(x) - Number(y)) : [...names].sort()
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
