import { type Graph, withoutDirection } from './graph.ts'

/**
 * Nodes without whom the graph falls into more pieces, by position, ascending; ties without direction.
 * Source: Hopcroft & Tarjan 1973, Communications of the ACM 16(6):372-378.
 */
export function articulationPoints(graph: Graph): number[] {
  const { outgoing, nodes } = withoutDirection(graph)
  const entered = new Array<number>(nodes.length).fill(0)
  const lowest = new Array<number>(nodes.length).fill(0)
  const found = new Set<number>()
  let clock = 0

  const walkFrom = (root: number) => {
    const walk = [{ node: root, parent: -1, at: 0 }]
    let branches = 0
    clock += 1
    entered[root] = clock
    lowest[root] = clock
    for (let step = walk.at(-1); step; step = walk.at(-1)) {
      const { node, parent } = step
      const next = outgoing[node]?.[step.at]?.node
      step.at += 1
      if (next === undefined) {
        walk.pop()
        if (parent < 0) continue
        lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[node] ?? 0)
        if (parent === root) branches += 1
        else if ((lowest[node] ?? 0) >= (entered[parent] ?? 0)) found.add(parent)
      } else if (!entered[next]) {
        clock += 1
        entered[next] = clock
        lowest[next] = clock
        walk.push({ node: next, parent: node, at: 0 })
      } else if (next !== parent) {
        lowest[node] = Math.min(lowest[node] ?? 0, entered[next] ?? 0)
      }
    }
    if (branches > 1) found.add(root)
  }
  nodes.forEach((_, node) => {
    if (!entered[node]) walkFrom(node)
  })
  return [...found].sort((x, y) => x - y)
}
