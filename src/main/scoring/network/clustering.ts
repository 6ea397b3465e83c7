import { type Graph, withoutDirection } from './graph.ts'

export interface Clustering {
  /** Per node: part of the pairs of its contacts that know one another; 0 for fewer than two contacts. */
  values: number[]
  /** Mean over all nodes; null for an empty graph. */
  average: number | null
  /** Part of all paths of two ties that are closed; null without any. */
  transitivity: number | null
}

/**
 * How far contacts of a node know one another, ties counted without direction or strength.
 * Source: Watts & Strogatz 1998, Nature 393:440-442; Newman 2003, SIAM Review 45:167-256 (transitivity).
 */
export function clustering(graph: Graph): Clustering {
  const contacts = withoutDirection(graph).outgoing.map((links) => new Set(links.map(({ node }) => node)))
  let [closed, possible] = [0, 0]
  const values = contacts.map((own) => {
    let known = 0
    for (const contact of own) {
      for (const other of contacts[contact] ?? []) if (own.has(other)) known += 1
    }
    const pairs = own.size * (own.size - 1)
    closed += known
    possible += pairs
    return pairs > 0 ? known / pairs : 0
  })
  return {
    values,
    average: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null,
    transitivity: possible > 0 ? closed / possible : null,
  }
}
