/**
 * The groups of states of a Markov chain that are never left once entered, each in ascending order.
 * @param matrix transition shares, one row per state
 */
export function closedGroups(matrix: readonly (readonly number[])[]): number[][] {
  const reachable = matrix.map((_, start) => reachableFrom(matrix, start))
  const groups = new Map<number, number[]>()
  for (const [state, reached] of reachable.entries()) {
    const isClosed = [...reached].every((other) => reachable[other]?.has(state))
    if (!isClosed) continue
    const group = [...reached].sort((x, y) => x - y)
    groups.set(group[0] ?? state, group)
  }
  return [...groups.values()]
}

/**
 * The one distribution that the moves leave as it is, for a chain in which every state reaches every
 * other. Without subtractions, so it never goes below 0.
 * Source: Grassmann, Taksar & Heyman 1985, Operations Research 33(5):1107-1116.
 */
export function stationaryDistribution(matrix: readonly (readonly number[])[]): number[] {
  const rest = matrix.map((row) => [...row])
  const n = rest.length
  for (let k = n - 1; k > 0; k--) {
    const row = rest[k] ?? []
    let leaving = 0
    for (let j = 0; j < k; j++) leaving += row[j] ?? 0
    for (let i = 0; i < k; i++) {
      const target = rest[i] ?? []
      const share = (target[k] ?? 0) / leaving
      target[k] = share
      for (let j = 0; j < k; j++) target[j] = (target[j] ?? 0) + share * (row[j] ?? 0)
    }
  }
  const shares = new Array<number>(n).fill(1)
  for (let k = 1; k < n; k++) {
    let inflow = 0
    for (let i = 0; i < k; i++) inflow += (shares[i] ?? 0) * (rest[i]?.[k] ?? 0)
    shares[k] = inflow
  }
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

function reachableFrom(matrix: readonly (readonly number[])[], start: number): Set<number> {
  const reached = new Set([start])
  for (const state of reached) {
    matrix[state]?.forEach((share, next) => {
      if (share > 0) reached.add(next)
    })
  }
  return reached
}
