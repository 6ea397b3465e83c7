/** How many times more important the row is than the column, 1/9 to 9 as a rule; null where nobody judged. */
export type JudgementMatrix = readonly (readonly (number | null)[])[]

export type AhpFault =
  | 'empty'
  | 'not-square'
  /** A judgement outside 10⁻⁶ … 10⁶, or not a number. */
  | 'out-of-scale'
  /** a(i,j)·a(j,i) is not 1, or only one of the two is given. */
  | 'not-reciprocal'
  /** The judgements that are there leave two groups of criteria without any comparison. */
  | 'disconnected'
  | 'not-converged'

export type AhpResult =
  | {
      kind: 'weighted'
      /** Principal eigenvector, sum 1. */
      weights: number[]
      lambdaMax: number
      consistencyIndex: number
      /** Null above ten criteria, for which there is no published random index. */
      consistencyRatio: number | null
      /** Against the later random indices of the same author. */
      consistencyRatioNewer: number | null
      /** Pairs without a judgement. */
      missingCount: number
    }
  | { kind: 'undefined'; reason: AhpFault }

/** Random indices for 3 to 10 criteria: Saaty 1977, J. Mathematical Psychology 15:234-281, and Saaty 1980. */
export const RANDOM_INDEX: readonly number[] = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
/** Random indices for 3 to 10 criteria as in Saaty & Tran 2007. */
export const RANDOM_INDEX_NEWER: readonly number[] = [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49]

/** Largest consistency ratio that is accepted: .10, or in the stricter variant .05 for three and .08 for four. */
export function acceptedRatio(criteriaCount: number, rule: 'usual' | 'stricter' = 'usual'): number {
  if (rule === 'usual' || criteriaCount > 4) return 0.1
  return criteriaCount === 4 ? 0.08 : 0.05
}

/**
 * Weights from pairwise judgements: the principal eigenvector by power iteration until it moves by less
 * than 1e-12. Missing judgements stand for the ratio of the weights themselves (Harker 1987), their random
 * index shrinks with their number (Ágoston & Csató 2022).
 * Source: Saaty 1980, The Analytic Hierarchy Process; CI = (λmax − n)/(n − 1), CR = CI/RI, 0 up to n = 2.
 */
export function ahpWeights(matrix: JudgementMatrix): AhpResult {
  const fault = judgementFault(matrix)
  if (fault) return { kind: 'undefined', reason: fault }
  const n = matrix.length
  const filled = withoutGaps(matrix)
  const principal = principalEigenvector(filled)
  if (!principal) return { kind: 'undefined', reason: 'not-converged' }
  const missingCount = countMissing(matrix)
  const consistencyIndex = n > 2 ? Math.max(0, (principal.lambdaMax - n) / (n - 1)) : 0
  const ratio = (table: readonly number[]) => {
    if (n <= 2) return 0
    const randomIndex = table[n - 3]
    if (randomIndex === undefined) return null
    const known = 1 - (2 * missingCount) / ((n - 1) * (n - 2))
    return known > 1e-9 ? consistencyIndex / (randomIndex * known) : 0
  }
  return {
    kind: 'weighted',
    weights: principal.vector,
    lambdaMax: principal.lambdaMax,
    consistencyIndex,
    consistencyRatio: ratio(RANDOM_INDEX),
    consistencyRatioNewer: ratio(RANDOM_INDEX_NEWER),
    missingCount,
  }
}

/**
 * One matrix for several judges: the geometric mean of every judgement over those who gave it, the only
 * mean that keeps it reciprocal. Source: Aczél & Saaty 1983, J. Mathematical Psychology 27:93-102.
 * @param influences of the judges, equal by default; all zero counts as equal
 */
export function groupJudgements(
  matrices: readonly JudgementMatrix[],
  influences: readonly number[] = [],
): (number | null)[][] {
  const hasInfluence = influences.some((influence) => influence > 0)
  const influenceOf = (judge: number) => (hasInfluence ? Math.max(influences[judge] ?? 0, 0) : 1)
  return (matrices[0] ?? []).map((row, i) =>
    row.map((_, j) => {
      let logs = 0
      let weight = 0
      matrices.forEach((matrix, judge) => {
        const judgement = matrix[i]?.[j]
        if (typeof judgement !== 'number' || !(judgement > 0)) return
        logs += influenceOf(judge) * Math.log(judgement)
        weight += influenceOf(judge)
      })
      return weight > 0 ? Math.exp(logs / weight) : null
    }),
  )
}

/** Why weights can't be had from a matrix; null where they can. */
export function judgementFault(matrix: JudgementMatrix): AhpFault | null {
  const n = matrix.length
  if (n === 0) return 'empty'
  if (matrix.some((row) => row.length !== n)) return 'not-square'
  const isOnScale = (judgement: number | null) =>
    judgement === null || (judgement >= SMALLEST_JUDGEMENT && judgement <= 1 / SMALLEST_JUDGEMENT)
  if (!matrix.every((row) => row.every(isOnScale))) return 'out-of-scale'
  for (let i = 0; i < n; i++) {
    if ((matrix[i]?.[i] ?? 1) !== 1) return 'not-reciprocal'
    for (let j = 0; j < i; j++) {
      const [own, other] = [matrix[i]?.[j] ?? null, matrix[j]?.[i] ?? null]
      if ((own === null) !== (other === null)) return 'not-reciprocal'
      if (own !== null && other !== null && Math.abs(own * other - 1) > ROUNDED_RECIPROCAL) {
        return 'not-reciprocal'
      }
    }
  }
  return isConnected(matrix) ? null : 'disconnected'
}

/** Harker's matrix: a missing judgement becomes 0 and adds 1 to the diagonal of its row. */
function withoutGaps(matrix: JudgementMatrix): number[][] {
  return matrix.map((row, i) => {
    const missing = row.filter((judgement, j) => judgement === null && j !== i).length
    return row.map((judgement, j) => (j === i ? 1 + missing : (judgement ?? 0)))
  })
}

function principalEigenvector(matrix: number[][]): { vector: number[]; lambdaMax: number } | null {
  const n = matrix.length
  let vector = new Array<number>(n).fill(1 / n)
  // Shifting the spectrum keeps circular judgements from turning the vector round and round.
  const shift = applied(matrix, vector).reduce((sum, value) => sum + value, 0) / 2
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const image = applied(matrix, vector)
    const lambdaMax = image.reduce((sum, value) => sum + value, 0)
    const next = image.map((value, i) => (value + shift * (vector[i] ?? 0)) / (lambdaMax + shift))
    const moved = next.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (vector[i] ?? 0))), 0)
    vector = next
    if (moved < TOLERANCE) {
      const total = vector.reduce((sum, value) => sum + value, 0)
      const normed = vector.map((value) => value / total)
      return { vector: normed, lambdaMax: applied(matrix, normed).reduce((sum, value) => sum + value, 0) }
    }
  }
  return null
}

function applied(matrix: number[][], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0))
}

function countMissing(matrix: JudgementMatrix): number {
  return matrix.reduce((sum, row, i) => sum + row.filter((cell, j) => j < i && cell === null).length, 0)
}

function isConnected(matrix: JudgementMatrix): boolean {
  const reached = new Set([0])
  for (const i of reached) {
    matrix[i]?.forEach((judgement, j) => {
      if (judgement !== null) reached.add(j)
    })
  }
  return reached.size === matrix.length
}

const SMALLEST_JUDGEMENT = 1e-6
/** A third typed as 0.33, or a seventh as 0.14, is still its reciprocal. */
const ROUNDED_RECIPROCAL = 0.025
const TOLERANCE = 1e-13
const MAXIMUM_ROUNDS = 100_000
