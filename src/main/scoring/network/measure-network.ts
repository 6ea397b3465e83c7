import { articulationPoints } from './articulation-points.ts'
import { betweenness } from './betweenness.ts'
import { burtConstraint } from './burt-constraint.ts'
import { closeness } from './closeness.ts'
import { clustering } from './clustering.ts'
import { eigenvectorCentrality } from './eigenvector-centrality.ts'
import type { Graph } from './graph.ts'
import { modularity } from './modularity.ts'
import { pageRank } from './page-rank.ts'
import { pathLengths } from './path-lengths.ts'
import type { Distance } from './shortest-paths.ts'

/** Below this many nodes only degrees say anything. */
export const NETWORK_MINIMUM_NODES = 4

export interface NodeMeasures {
  node: string
  /** Number of ties; in a directed graph of those in and out. */
  degree: number
  inDegree: number
  outDegree: number
  /** All below are null in a graph of fewer than four nodes. */
  betweenness: number | null
  betweennessNormalized: number | null
  closeness: number | null
  eigenvector: number | null
  pageRank: number | null
  constraint: number | null
  clustering: number | null
  isArticulationPoint: boolean | null
}

export interface NetworkMeasures {
  nodes: NodeMeasures[]
  transitivity: number | null
  averageClustering: number | null
  averagePathLength: number | null
  diameter: number | null
  unreachablePairs: number
  modularity: number | null
}

/** Every measure of a network at once. @param groups of the nodes, for the modularity */
export function measureNetwork(
  graph: Graph,
  distance: Distance = 'hops',
  groups: readonly (string | number)[] | null = null,
): NetworkMeasures {
  const degrees = graph.nodes.map((node, i) => {
    const [inDegree, outDegree] = [graph.incoming[i]?.length ?? 0, graph.outgoing[i]?.length ?? 0]
    return { node, inDegree, outDegree, degree: graph.isDirected ? inDegree + outDegree : outDegree }
  })
  const paths = pathLengths(graph)
  if (graph.nodes.length < NETWORK_MINIMUM_NODES) {
    return {
      nodes: degrees.map((own) => ({ ...own, ...UNMEASURED })),
      transitivity: null,
      averageClustering: null,
      averagePathLength: null,
      diameter: null,
      unreachablePairs: paths.unreachablePairs,
      modularity: null,
    }
  }
  const between = betweenness(graph, distance)
  const near = closeness(graph, distance)
  const eigenvector = eigenvectorCentrality(graph)
  const ranks = pageRank(graph)
  const constraints = burtConstraint(graph)
  const circles = clustering(graph)
  const cuts = new Set(articulationPoints(graph))
  return {
    nodes: degrees.map((own, i) => ({
      ...own,
      betweenness: between.values[i] ?? null,
      betweennessNormalized: between.normalized[i] ?? null,
      closeness: near[i] ?? null,
      eigenvector: eigenvector?.[i] ?? null,
      pageRank: ranks[i] ?? null,
      constraint: constraints[i] ?? null,
      clustering: circles.values[i] ?? null,
      isArticulationPoint: cuts.has(i),
    })),
    transitivity: circles.transitivity,
    averageClustering: circles.average,
    averagePathLength: paths.average,
    diameter: paths.diameter,
    unreachablePairs: paths.unreachablePairs,
    modularity: groups ? modularity(graph, groups) : null,
  }
}

const UNMEASURED = {
  betweenness: null,
  betweennessNormalized: null,
  closeness: null,
  eigenvector: null,
  pageRank: null,
  constraint: null,
  clustering: null,
  isArticulationPoint: null,
} as const
