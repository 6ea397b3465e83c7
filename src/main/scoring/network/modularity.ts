import type { Graph } from './graph.ts'

/**
 * How much more ties stay within groups than chance would have it, −1 to 1; null without ties.
 * Source: Newman & Girvan 2004, Physical Review E 69:026113; Leicht & Newman 2008 for directed graphs.
 * @param groups of the nodes, in their order
 */
export function modularity(graph: Graph, groups: readonly (string | number)[]): number | null {
  const sums = new Map<string | number, { within: number; leaving: number; arriving: number }>()
  const sumOf = (node: number) => {
    const group = groups[node] ?? `node ${node}`
    const sum = sums.get(group) ?? { within: 0, leaving: 0, arriving: 0 }
    sums.set(group, sum)
    return sum
  }
  let total = 0
  for (const [from, links] of graph.outgoing.entries()) {
    for (const { node, strength } of links) {
      total += strength
      const [start, end] = [sumOf(from), sumOf(node)]
      start.leaving += strength
      end.arriving += strength
      if (start === end) start.within += strength
    }
  }
  if (total <= 0) return null
  let value = 0
  for (const { within, leaving, arriving } of sums.values()) {
    value += within / total - (leaving / total) * (arriving / total)
  }
  return value
}
