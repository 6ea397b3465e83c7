import { type Graph, reversed } from './graph.ts'
import { type Distance, lengths, shortestPaths } from './shortest-paths.ts'

/**
 * Closeness centrality, 0 to 1: how near a node is for those that can reach it, times the part of the
 * graph that can; 0 for a node that nobody reaches. Distances lead towards the node.
 * Source: Freeman 1979, Social Networks 1:215-239; Wasserman & Faust 1994, p. 201, for graphs in pieces.
 */
export function closeness(graph: Graph, distance: Distance = 'hops'): number[] {
  const n = graph.nodes.length
  const lengthOf = lengths(graph, distance)
  const towards = reversed(graph)
  return graph.nodes.map((_, node) => {
    const { order, distances } = shortestPaths(towards, node, lengthOf)
    const total = order.reduce((sum, other) => sum + (distances[other] ?? 0), 0)
    const others = order.length - 1
    return others > 0 ? (others / (n - 1)) * (others / total) : 0
  })
}
