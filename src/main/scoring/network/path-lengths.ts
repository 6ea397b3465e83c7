import type { Graph } from './graph.ts'
import { lengths, shortestPaths } from './shortest-paths.ts'

export interface PathLengths {
  /** Mean number of ties between two nodes, and the most; null where no path leads anywhere. */
  average: number | null
  diameter: number | null
  /** Ordered pairs without a path, left out of both. */
  unreachablePairs: number
}

/** Average path length and diameter in ties. Source: Freeman 1979; Watts & Strogatz 1998. */
export function pathLengths(graph: Graph): PathLengths {
  const n = graph.nodes.length
  const lengthOf = lengths(graph, 'hops')
  let [total, pairs, longest] = [0, 0, 0]
  for (let source = 0; source < n; source++) {
    const { order, distances } = shortestPaths(graph, source, lengthOf)
    for (const node of order) {
      if (node === source) continue
      total += distances[node] ?? 0
      pairs += 1
      longest = Math.max(longest, distances[node] ?? 0)
    }
  }
  return {
    average: pairs > 0 ? total / pairs : null,
    diameter: pairs > 0 ? longest : null,
    unreachablePairs: n * (n - 1) - pairs,
  }
}
