import { type Graph, withoutDirection } from './graph.ts'

/**
 * Burt's constraint: how much of a node's time goes to contacts that know one another; a low figure
 * bridges structural holes. Null for a node without ties. Ties count in both directions together.
 * Source: Burt 1992, Structural Holes: c(i) = Σ(p(i,j) + Σ p(i,q)·p(q,j))².
 */
export function burtConstraint(graph: Graph): (number | null)[] {
  const { outgoing } = withoutDirection(graph)
  const proportions = outgoing.map((links) => {
    const total = links.reduce((sum, { strength }) => sum + strength, 0)
    return new Map(links.map(({ node, strength }) => [node, strength / total]))
  })
  return proportions.map((own) => {
    if (own.size === 0) return null
    let constraint = 0
    for (const [contact, direct] of own) {
      let invested = direct
      for (const [other, share] of own) invested += share * (proportions[other]?.get(contact) ?? 0)
      constraint += invested ** 2
    }
    return constraint
  })
}
