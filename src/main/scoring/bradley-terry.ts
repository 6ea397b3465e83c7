export type BradleyTerryResult =
  | {
      kind: 'fitted'
      /** Natural logarithm of each ability against that of the last item, which is 0. */
      logAbilities: number[]
      /** Abilities as parts of 1: the chance to be preferred in proportion to them. */
      shares: number[]
      /**
       * The comparisons alone leave abilities without limit (an item never wins, never loses, or groups
       * never meet), so half a win was added to both sides of every pair.
       */
      hasPseudoCounts: boolean
      isConverged: boolean
    }
  | { kind: 'undefined'; reason: 'too-few' | 'not-square' | 'negative-count' }

/** Wins added both ways to every pair where the likelihood has no maximum. */
export const PSEUDO_WINS = 0.5

/**
 * Abilities from paired comparisons by maximum likelihood: p(i) = W(i)/Σ n(i,j)/(p(i) + p(j)), iterated
 * in logarithms until nothing moves by 1e-12.
 * Source: Bradley & Terry 1952, Biometrika 39:324-345; Zermelo 1929; Hunter 2004, Annals of Statistics
 * 32:384-406 (minorise-maximise); Ford 1957 for when a maximum exists.
 * @param wins how often the item of the row was preferred to that of the column; the diagonal is ignored
 */
export function fitBradleyTerry(wins: readonly (readonly number[])[]): BradleyTerryResult {
  const n = wins.length
  if (n < 2) return { kind: 'undefined', reason: 'too-few' }
  if (wins.some((row) => row.length !== n)) return { kind: 'undefined', reason: 'not-square' }
  if (!wins.every((row, i) => row.every((count, j) => i === j || (count >= 0 && Number.isFinite(count))))) {
    return { kind: 'undefined', reason: 'negative-count' }
  }
  const hasPseudoCounts = !isEveryoneBeatenThrough(wins)
  const added = hasPseudoCounts ? PSEUDO_WINS : 0
  const counted = wins.map((row, i) => row.map((count, j) => (i === j ? 0 : count + added)))
  const { abilities, isConverged } = maximise(counted)
  const last = abilities.at(-1) ?? 0
  const most = abilities.reduce((largest, ability) => Math.max(largest, ability), Number.NEGATIVE_INFINITY)
  const relative = abilities.map((ability) => Math.exp(ability - most))
  const total = relative.reduce((sum, value) => sum + value, 0)
  return {
    kind: 'fitted',
    logAbilities: abilities.map((ability) => ability - last),
    shares: relative.map((value) => value / total),
    hasPseudoCounts,
    isConverged,
  }
}

function maximise(wins: readonly (readonly number[])[]): { abilities: number[]; isConverged: boolean } {
  const n = wins.length
  const logWins = wins.map((row) => Math.log(row.reduce((sum, count) => sum + count, 0)))
  const meetings = wins.map((row, i) =>
    row.flatMap((count, j) => {
      const both = count + (wins[j]?.[i] ?? 0)
      return both > 0 ? [{ other: j, logCount: Math.log(both) }] : []
    }),
  )
  let abilities = new Array<number>(n).fill(0)
  const rounds = Math.ceil(WORK / n ** 2)
  for (let round = 0; round < rounds; round++) {
    const raised = meetings.map((met, i) => {
      const own = abilities[i] ?? 0
      const terms = met.map(({ other, logCount }) => logCount - logOfSum([own, abilities[other] ?? 0]))
      return (logWins[i] ?? 0) - logOfSum(terms)
    })
    const mean = raised.reduce((sum, ability) => sum + ability, 0) / n
    const centred = raised.map((ability) => ability - mean)
    const moved = centred.reduce((most, value, i) => Math.max(most, Math.abs(value - (abilities[i] ?? 0))), 0)
    abilities = centred
    if (moved < 1e-12) return { abilities, isConverged: true }
  }
  return { abilities, isConverged: false }
}

/** ln Σ eˣ without leaving the range of numbers. */
function logOfSum(exponents: readonly number[]): number {
  const most = Math.max(...exponents)
  return most + Math.log(exponents.reduce((sum, exponent) => sum + Math.exp(exponent - most), 0))
}

/** A maximum exists when a chain of wins leads from every item to every other. */
function isEveryoneBeatenThrough(wins: readonly (readonly number[])[]): boolean {
  const reaches = (hasBeaten: (i: number, j: number) => boolean) => {
    const reached = new Set([0])
    for (const i of reached) {
      for (let j = 0; j < wins.length; j++) if (i !== j && hasBeaten(i, j)) reached.add(j)
    }
    return reached.size === wins.length
  }
  return reaches((i, j) => (wins[i]?.[j] ?? 0) > 0) && reaches((i, j) => (wins[j]?.[i] ?? 0) > 0)
}

/** Pairs looked at before giving up. */
const WORK = 2e6
