import type { Graph } from './graph.ts'

/** `hops` counts ties; `strength` makes a tie the longer the weaker it is, the strongest one being 1 long. */
export type Distance = 'hops' | 'strength'

export interface ShortestPaths {
  /** From the source; infinite where no path leads. */
  distances: Float64Array
  /** Number of shortest paths to each node. */
  pathCounts: Float64Array
  predecessors: number[][]
  /** Reached nodes, the nearest first. */
  order: number[]
}

/**
 * All shortest paths from one node.
 * Source: Dijkstra 1959; path counts as in Brandes 2001, J. Mathematical Sociology 25:163-177.
 */
export function shortestPaths(
  graph: Graph,
  source: number,
  lengthOf: (strength: number) => number,
): ShortestPaths {
  const n = graph.nodes.length
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const pathCounts = new Float64Array(n)
  const predecessors: number[][] = Array.from({ length: n }, () => [])
  const order: number[] = []
  const isDone = new Uint8Array(n)
  const waiting = nearestFirst()
  distances[source] = 0
  pathCounts[source] = 1
  waiting.add(0, source)
  for (let next = waiting.take(); next; next = waiting.take()) {
    const { node } = next
    if (isDone[node]) continue
    isDone[node] = 1
    order.push(node)
    const reached = distances[node] ?? 0
    for (const link of graph.outgoing[node] ?? []) {
      const through = reached + lengthOf(link.strength)
      const known = distances[link.node] ?? 0
      if (through < known * (1 - SAME) || known === Number.POSITIVE_INFINITY) {
        distances[link.node] = through
        pathCounts[link.node] = pathCounts[node] ?? 0
        predecessors[link.node] = [node]
        waiting.add(through, link.node)
      } else if (through <= known * (1 + SAME) && !isDone[link.node]) {
        pathCounts[link.node] = (pathCounts[link.node] ?? 0) + (pathCounts[node] ?? 0)
        predecessors[link.node]?.push(node)
      }
    }
  }
  return { distances, pathCounts, predecessors, order }
}

/** How long a tie of a strength is in this graph: at least 1. */
export function lengths(graph: Graph, distance: Distance): (strength: number) => number {
  if (distance === 'hops') return () => 1
  let strongest = 0
  for (const links of graph.outgoing) {
    for (const { strength } of links) strongest = Math.max(strongest, strength)
  }
  return (strength) => Math.min(strongest / strength, LONGEST)
}

/** Two sums of the same lengths in another order differ by less. */
const SAME = 1e-12
const LONGEST = 1e12

interface Waiting {
  distance: number
  node: number
}

/** A binary heap. */
function nearestFirst() {
  const heap: Waiting[] = []
  const swap = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]]
    if (a && b) [heap[i], heap[j]] = [b, a]
  }
  const distanceAt = (i: number) => heap[i]?.distance ?? Number.POSITIVE_INFINITY
  return {
    add(distance: number, node: number) {
      heap.push({ distance, node })
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (distanceAt(parent) <= distanceAt(i)) return
        swap(i, parent)
        i = parent
      }
    },
    take(): Waiting | undefined {
      swap(0, heap.length - 1)
      const nearest = heap.pop()
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        const nearer = distanceAt(right) < distanceAt(left) ? right : left
        if (distanceAt(i) <= distanceAt(nearer)) return nearest
        swap(i, nearer)
        i = nearer
      }
    },
  }
}
