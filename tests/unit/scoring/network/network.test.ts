import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articulationPoints } from '../../../../src/main/scoring/network/articulation-points.ts'
import { betweenness } from '../../../../src/main/scoring/network/betweenness.ts'
import { burtConstraint } from '../../../../src/main/scoring/network/burt-constraint.ts'
import { closeness } from '../../../../src/main/scoring/network/closeness.ts'
import { clustering } from '../../../../src/main/scoring/network/clustering.ts'
import { eigenvectorCentrality } from '../../../../src/main/scoring/network/eigenvector-centrality.ts'
import { buildGraph, type Edge, type Graph } from '../../../../src/main/scoring/network/graph.ts'
import { measureNetwork } from '../../../../src/main/scoring/network/measure-network.ts'
import { modularity } from '../../../../src/main/scoring/network/modularity.ts'
import { pageRank } from '../../../../src/main/scoring/network/page-rank.ts'
import { pathLengths } from '../../../../src/main/scoring/network/path-lengths.ts'
import { isMissing } from '../public-data.ts'
import { INSTRUCTORS_FACTION, KITE, PAGES, readEdges } from './published-networks.ts'

/** The figures of the named nodes as they are printed. */
function printed(graph: Graph, values: readonly (number | null)[] | null, digits: number) {
  return (...names: string[]) =>
    names.map((name) => values?.[graph.nodes.indexOf(name)]?.toFixed(digits) ?? 'none')
}

// Krackhardt 1990, Administrative Science Quarterly 35:342-369.
describe('Krackhardt’s kite', () => {
  const kite = buildGraph(KITE)
  it('betweenness: Heather 14, Fernando and Garth 8.3333, Ike 8, Diane 3.6667, Andre and Beverley .8333', () => {
    const values = printed(kite, betweenness(kite).values, 4)
    expect(values('Heather', 'Fernando', 'Garth', 'Ike', 'Diane', 'Andre', 'Beverley', 'Jane')).toEqual([
      '14.0000',
      '8.3333',
      '8.3333',
      '8.0000',
      '3.6667',
      '0.8333',
      '0.8333',
      '0.0000',
    ])
  })
  it('closeness: Fernando and Garth .6429, Diane and Heather .6', () => {
    const values = printed(kite, closeness(kite), 4)
    expect(values('Fernando', 'Garth', 'Diane', 'Heather')).toEqual(['0.6429', '0.6429', '0.6000', '0.6000'])
  })
  it('Diane has the most ties: degree 6, eigenvector .4810, PageRank .14715', () => {
    const { nodes } = measureNetwork(kite)
    expect(nodes.find(({ node }) => node === 'Diane')?.degree).toBe(6)
    expect(printed(kite, eigenvectorCentrality(kite), 4)('Diane')).toEqual(['0.4810'])
    expect(printed(kite, pageRank(kite), 5)('Diane')).toEqual(['0.14715'])
  })
  it('falls apart without Heather or Ike', () => {
    expect(articulationPoints(kite).map((node) => kite.nodes[node])).toEqual(['Heather', 'Ike'])
  })
})

// Zachary 1977, J. Anthropological Research 33:452-473, ties unweighted.
describe.skipIf(isMissing('networks/karate_edges.csv'))('Zachary’s karate club', () => {
  const club = isMissing('networks/karate_edges.csv')
    ? buildGraph([])
    : buildGraph(readEdges('karate_edges.csv'))
  it('has 34 members and 78 ties', () => {
    expect(club.nodes).toHaveLength(34)
    expect(club.outgoing.reduce((sum, links) => sum + links.length, 0)).toBe(156)
  })
  it('betweenness: v1 231.0714 (.4376), v34 160.5516 (.3041), v33 76.6905, v3 75.8508, v32 73.0095', () => {
    const { values, normalized } = betweenness(club)
    expect(printed(club, values, 4)('1', '34', '33', '3', '32')).toEqual([
      '231.0714',
      '160.5516',
      '76.6905',
      '75.8508',
      '73.0095',
    ])
    expect(printed(club, normalized, 4)('1', '34')).toEqual(['0.4376', '0.3041'])
  })
  it('closeness: v1 .5690, v3 .5593, v34 .55', () => {
    expect(printed(club, closeness(club), 4)('1', '3', '34')).toEqual(['0.5690', '0.5593', '0.5500'])
  })
  it('eigenvector: v34 .3734, v1 .3555; PageRank: v34 .10092, v1 .09700', () => {
    expect(printed(club, eigenvectorCentrality(club), 4)('34', '1')).toEqual(['0.3734', '0.3555'])
    expect(printed(club, pageRank(club), 5)('34', '1')).toEqual(['0.10092', '0.09700'])
  })
  it('Burt’s constraint: v1 .1554, v34 .1564', () => {
    expect(printed(club, burtConstraint(club), 4)('1', '34')).toEqual(['0.1554', '0.1564'])
  })
  it('transitivity .2557, average clustering .5706, average path 2.4082, diameter 5', () => {
    const { transitivity, average } = clustering(club)
    const paths = pathLengths(club)
    expect([transitivity, average, paths.average].map((value) => value?.toFixed(4))).toEqual([
      '0.2557',
      '0.5706',
      '2.4082',
    ])
    expect(paths.diameter).toBe(5)
  })
  it('falls apart without v1 alone; modularity of its two factions .3582', () => {
    expect(articulationPoints(club).map((node) => club.nodes[node])).toEqual(['1'])
    const factions = club.nodes.map((node) =>
      INSTRUCTORS_FACTION.includes(node) ? 'instructor' : 'officers',
    )
    expect(modularity(club, factions)?.toFixed(4)).toBe('0.3582')
  })
})

// The example of the encyclopedia article on PageRank, in percent.
it('PageRank: the eleven pages, B 38.44 C 34.29 E 8.09 D and F 3.91 A 3.28, the others 1.62', () => {
  const pages = buildGraph(PAGES, { isDirected: true })
  const percent = pageRank(pages).map((rank) => rank * 100)
  expect(printed(pages, percent, 2)(...'BCEDFAGHIJK')).toEqual([
    ...['38.44', '34.29', '8.09', '3.91', '3.91', '3.28'],
    ...['1.62', '1.62', '1.62', '1.62', '1.62'],
  ])
})

// Regression values of scoring.md 1.9, computed once: Krackhardt 1987, the high-tech managers.
describe.skipIf(isMissing('networks/ht_advice_edges.csv'))('Krackhardt’s managers', () => {
  const read = (file: string) =>
    buildGraph(isMissing(`networks/${file}`) ? [] : readEdges(file), { isDirected: true })
  it('are asked for advice most: 2 by 18, 18 and 21 by 15; the formal boss 7 is not the hub', () => {
    const advice = read('ht_advice_edges.csv')
    const inDegrees = advice.incoming.map((links) => links.length)
    expect(printed(advice, inDegrees, 0)('2', '18', '21')).toEqual(['18', '15', '15'])
    expect(printed(advice, betweenness(advice).values, 3)('18', '21')).toEqual(['88.917', '60.127'])
    expect(printed(advice, pageRank(advice), 4)('21', '7')).toEqual(['0.1638', '0.1040'])
  })
  it('report to 7 in the end, most of them to 14', () => {
    const reports = read('ht_reports_edges.csv')
    expect(reports.outgoing.flatMap((links, i) => (links.length === 0 ? [reports.nodes[i]] : []))).toEqual([
      '7',
    ])
    expect(
      printed(
        reports,
        reports.incoming.map((links) => links.length),
        0,
      )('14'),
    ).toEqual(['7'])
  })
})

describe('edges', () => {
  it('gives degrees only below four nodes', () => {
    const { nodes, diameter } = measureNetwork(buildGraph([{ from: 'a', to: 'b' }], { nodes: ['c'] }))
    expect(diameter).toBeNull()
    expect(nodes.map(({ node, degree, betweenness: between }) => [node, degree, between])).toEqual([
      ['c', 0, null],
      ['a', 1, null],
      ['b', 1, null],
    ])
  })
  it('scales closeness by the part that can be reached (Wasserman & Faust)', () => {
    const pieces = buildGraph([
      { from: 'a', to: 'b' },
      { from: 'c', to: 'd' },
      { from: 'd', to: 'e' },
    ])
    expect(closeness(pieces)).toEqual([1 / 4, 1 / 4, (2 / 4) * (2 / 3), (2 / 4) * 1, (2 / 4) * (2 / 3)])
    expect(eigenvectorCentrality(pieces)).toBeNull()
    expect(pathLengths(pieces)).toMatchObject({ diameter: 2, unreachablePairs: 12 })
  })
  it('has no eigenvector for a chain of command, but a PageRank', () => {
    const chain = buildGraph(
      [...'abcd'].map((from, i) => ({ from, to: 'bcde'[i] ?? '' })),
      { isDirected: true },
    )
    expect(eigenvectorCentrality(chain)).toBeNull()
    const ranks = pageRank(chain)
    expect(ranks.at(-1)).toBe(Math.max(...ranks))
  })
  it('takes the way over strong ties where distance is the inverse of strength', () => {
    const edges: Edge[] = [
      { from: 'a', to: 'd', strength: 1 },
      { from: 'a', to: 'b', strength: 4 },
      { from: 'b', to: 'd', strength: 4 },
      { from: 'd', to: 'c', strength: 4 },
    ]
    const graph = buildGraph(edges)
    const through = (distance: 'hops' | 'strength') =>
      printed(graph, betweenness(graph, distance).values, 0)('b')[0]
    expect([through('hops'), through('strength')]).toEqual(['0', '2'])
  })
  it('adds parallel ties and leaves out ties to oneself and without strength', () => {
    const graph = buildGraph([
      { from: 'a', to: 'b', strength: 1 },
      { from: 'b', to: 'a', strength: 2 },
      { from: 'a', to: 'a' },
      { from: 'a', to: 'c', strength: 0 },
    ])
    expect(graph.outgoing).toEqual([[{ node: 1, strength: 3 }], [{ node: 0, strength: 3 }], []])
    expect(burtConstraint(graph)[2]).toBeNull()
  })
  it('has no modularity without ties', () => {
    expect(modularity(buildGraph([], { nodes: ['a'] }), ['x'])).toBeNull()
  })
})

it('keeps every measure in its range for any graph', () => {
  const name = fc.constantFrom(...'abcdefg')
  const edge = fc.record({
    from: name,
    to: name,
    strength: fc.oneof(
      fc.constantFrom(1, 2, 1e-300, 1e300, 1e-100, 1e100, 0, -1),
      fc.double({ noNaN: true }),
    ),
  })
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 20 }),
      fc.boolean(),
      fc.boolean(),
      (edges, isDirected, isWeighted) => {
        const graph = buildGraph(edges, { isDirected })
        const groups = graph.nodes.map((node) => (node < 'd' ? 1 : 2))
        const measures = measureNetwork(graph, isWeighted ? 'strength' : 'hops', groups)
        const shares = measures.nodes.flatMap((own) => [
          own.betweennessNormalized,
          own.closeness,
          own.clustering,
        ])
        for (const share of [...shares, measures.transitivity, measures.averageClustering]) {
          if (share !== null) expect(share >= 0 && share <= 1 + 1e-9).toBe(true)
        }
        const others = measures.nodes.flatMap((own) => [own.eigenvector, own.constraint, own.betweenness])
        for (const value of others) {
          if (value !== null) expect(value >= 0 && Number.isFinite(value)).toBe(true)
        }
        if (measures.modularity !== null) expect(Math.abs(measures.modularity)).toBeLessThanOrEqual(1)
        const ranks = measures.nodes.map((own) => own.pageRank ?? 0)
        if (measures.nodes.length >= 4) expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 9)
      },
    ),
    { numRuns: 300 },
  )
})

it('finds the same articulation points as taking every node out in turn', () => {
  const name = fc.constantFrom(...'abcdefgh')
  fc.assert(
    fc.property(fc.array(fc.record({ from: name, to: name }), { maxLength: 14 }), (edges) => {
      const graph = buildGraph(edges)
      const pieces = (without: string | null) => {
        const left = new Set(graph.nodes.filter((node) => node !== without))
        let count = 0
        for (const start of left) {
          count += 1
          const reached = new Set([start])
          for (const node of reached) {
            left.delete(node)
            for (const { from, to } of edges) {
              if (from === node && to !== without) reached.add(to)
              if (to === node && from !== without) reached.add(from)
            }
          }
        }
        return count
      }
      const whole = pieces(null)
      const expected = graph.nodes.flatMap((node, i) => (pieces(node) > whole ? [i] : []))
      expect(articulationPoints(graph)).toEqual(expected)
    }),
  )
})
