import { type Graph, isConnected } from './graph.ts'

/**
 * Eigenvector centrality: known by those who are well known themselves; by incoming ties, length 1 (L2).
 * Null for a graph in pieces or a directed one without a way back, where it is no measure of influence:
 * take PageRank there. Source: Bonacich 1972, 1987, American J. Sociology 92:1170-1182.
 */
export function eigenvectorCentrality(graph: Graph): number[] | null {
  const n = graph.nodes.length
  if (n < 2 || !isConnected(graph)) return null
  const strongest = graph.incoming.reduce(
    (most, links) => links.reduce((found, { strength }) => Math.max(found, strength), most),
    0,
  )
  let vector = new Array<number>(n).fill(1 / Math.sqrt(n))
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    // The node's own value is added, so that a graph of two camps does not swing between them.
    const image = vector.map((own, i) =>
      (graph.incoming[i] ?? []).reduce(
        (sum, { node, strength }) => sum + (strength / strongest) * (vector[node] ?? 0),
        own,
      ),
    )
    const length = Math.hypot(...image)
    const next = image.map((value) => value / length)
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (vector[i] ?? 0))), 0)
    vector = next
    if (moved < 1e-12) return vector
  }
  return null
}

const MAXIMUM_ROUNDS = 100_000
