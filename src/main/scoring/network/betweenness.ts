import type { Graph } from './graph.ts'
import { type Distance, lengths, shortestPaths } from './shortest-paths.ts'

export interface Betweenness {
  /** Shortest paths between other nodes that lead through each node, split where several are equally short. */
  values: number[]
  /** Part of all pairs, 0 to 1; 0 in a graph of fewer than three nodes. */
  normalized: number[]
}

/**
 * Betweenness centrality in O(nm).
 * Source: Freeman 1977, Sociometry 40:35-41; Brandes 2001, J. Mathematical Sociology 25:163-177.
 */
export function betweenness(graph: Graph, distance: Distance = 'hops'): Betweenness {
  const n = graph.nodes.length
  const lengthOf = lengths(graph, distance)
  const values = new Array<number>(n).fill(0)
  for (let source = 0; source < n; source++) {
    const { order, predecessors, pathCounts } = shortestPaths(graph, source, lengthOf)
    const dependency = new Float64Array(n)
    for (const node of order.toReversed()) {
      const perPath = (1 + (dependency[node] ?? 0)) / (pathCounts[node] ?? 1)
      for (const before of predecessors[node] ?? []) {
        dependency[before] = (dependency[before] ?? 0) + (pathCounts[before] ?? 0) * perPath
      }
      if (node !== source) values[node] = (values[node] ?? 0) + (dependency[node] ?? 0)
    }
  }
  const pairs = (n - 1) * (n - 2)
  return {
    values: graph.isDirected ? values : values.map((value) => value / 2),
    normalized: values.map((value) => (pairs > 0 ? Math.min(value / pairs, 1) : 0)),
  }
}
