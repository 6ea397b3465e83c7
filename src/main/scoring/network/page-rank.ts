import type { Graph } from './graph.ts'

/**
 * PageRank, sum 1: where a walk along the ties is found that starts anew with 1 − damping; a node without
 * an outgoing tie passes on to all alike. Steps are taken in proportion to strength.
 * Source: Brin & Page 1998, Computer Networks 30:107-117.
 */
export function pageRank(graph: Graph, damping = 0.85): number[] {
  const n = graph.nodes.length
  const strengths = graph.outgoing.map((links) => links.reduce((sum, link) => sum + link.strength, 0))
  let ranks = new Array<number>(n).fill(1 / n)
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const dangling = ranks.reduce((sum, rank, i) => sum + ((strengths[i] ?? 0) > 0 ? 0 : rank), 0)
    const base = (1 - damping + damping * dangling) / n
    const next = graph.incoming.map((links) =>
      links.reduce(
        (sum, { node, strength }) =>
          sum + damping * (ranks[node] ?? 0) * (strength / (strengths[node] ?? strength)),
        base,
      ),
    )
    const moved = next.reduce((sum, rank, i) => sum + Math.abs(rank - (ranks[i] ?? 0)), 0)
    ranks = next
    if (moved < 1e-13) break
  }
  const total = ranks.reduce((sum, rank) => sum + rank, 0)
  return ranks.map((rank) => rank / total)
}

const MAXIMUM_ROUNDS = 10_000
