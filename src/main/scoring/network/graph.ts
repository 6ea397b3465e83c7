export interface Edge {
  from: string
  to: string
  /** How strong the tie is, above 0; 1 by default. */
  strength?: number
}

export interface Link {
  /** Position of the other node. */
  node: number
  strength: number
}

export interface Graph {
  nodes: readonly string[]
  isDirected: boolean
  /** Links that leave each node; all its links where the graph has no direction. */
  outgoing: readonly (readonly Link[])[]
  incoming: readonly (readonly Link[])[]
}

/**
 * A graph of named nodes. Parallel ties become one with the sum of their strengths; a tie of a node to
 * itself, or with a strength outside 10⁻¹⁰⁰ … 10¹⁰⁰, says nothing and is left out.
 * @param nodes also the ones without any tie; those of the edges, in order of appearance, are added
 */
export function buildGraph(
  edges: readonly Edge[],
  { nodes = [], isDirected = false }: { nodes?: readonly string[]; isDirected?: boolean } = {},
): Graph {
  const positions = new Map<string, number>()
  for (const name of nodes) if (!positions.has(name)) positions.set(name, positions.size)
  for (const name of edges.flatMap(({ from, to }) => [from, to])) {
    if (!positions.has(name)) positions.set(name, positions.size)
  }
  const outgoing = Array.from(positions, () => new Map<number, number>())
  const incoming = Array.from(positions, () => new Map<number, number>())
  const add = (from: number, to: number, strength: number) => {
    outgoing[from]?.set(to, (outgoing[from]?.get(to) ?? 0) + strength)
    incoming[to]?.set(from, (incoming[to]?.get(from) ?? 0) + strength)
  }
  for (const { from, to, strength = 1 } of edges) {
    const [start, end] = [positions.get(from) ?? 0, positions.get(to) ?? 0]
    if (start === end || !(strength >= 1 / STRONGEST && strength <= STRONGEST)) continue
    add(start, end, strength)
    if (!isDirected) add(end, start, strength)
  }
  return {
    nodes: [...positions.keys()],
    isDirected,
    outgoing: outgoing.map(linksOf),
    incoming: incoming.map(linksOf),
  }
}

/** The same graph with every tie in both directions, strengths of both added. */
export function withoutDirection(graph: Graph): Graph {
  if (!graph.isDirected) return graph
  const edges = graph.outgoing.flatMap((links, i) =>
    links.map(({ node, strength }) => ({
      from: graph.nodes[i] ?? '',
      to: graph.nodes[node] ?? '',
      strength,
    })),
  )
  return buildGraph(edges, { nodes: graph.nodes })
}

export function reversed(graph: Graph): Graph {
  return { ...graph, outgoing: graph.incoming, incoming: graph.outgoing }
}

/** Does a path lead from every node to every other. */
export function isConnected(graph: Graph): boolean {
  const reachesAll = (links: Graph['outgoing']) => {
    const reached = new Set(graph.nodes.length > 0 ? [0] : [])
    for (const i of reached) for (const { node } of links[i] ?? []) reached.add(node)
    return reached.size === graph.nodes.length
  }
  return reachesAll(graph.outgoing) && (!graph.isDirected || reachesAll(graph.incoming))
}

const linksOf = (strengths: Map<number, number>): Link[] =>
  Array.from(strengths, ([node, strength]) => ({ node, strength }))

/** Sums and products of strengths up to it stay in the range of numbers. */
const STRONGEST = 1e100
