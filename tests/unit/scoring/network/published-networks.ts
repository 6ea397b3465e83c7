import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Edge } from '../../../../src/main/scoring/network/graph.ts'

/** Krackhardt 1990, the kite. */
export const KITE: Edge[] = Object.entries({
  Andre: ['Beverley', 'Carol', 'Diane', 'Fernando'],
  Beverley: ['Diane', 'Ed', 'Garth'],
  Carol: ['Diane', 'Fernando'],
  Diane: ['Ed', 'Fernando', 'Garth'],
  Ed: ['Garth'],
  Fernando: ['Garth', 'Heather'],
  Garth: ['Heather'],
  Heather: ['Ike'],
  Ike: ['Jane'],
}).flatMap(([from, others]) => others.map((to) => ({ from, to })))

/** The eleven pages of the encyclopedia article on PageRank; A has no outgoing link. */
export const PAGES: Edge[] = ['BC', 'CB', 'DA', 'DB', 'EB', 'ED', 'EF', 'FB', 'FE', 'GB', 'GE']
  .concat(['HB', 'HE', 'IB', 'IE', 'JE', 'KE'])
  .map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }))

/** Members of Zachary's club who stayed with the instructor (v1); the others followed the officers (v34). */
export const INSTRUCTORS_FACTION = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22].map(String)

/** Edges of a file of the shared networks. */
export function readEdges(file: string): Edge[] {
  const path = resolve(import.meta.dirname, '../../../../../shared/data/networks', file)
  const [, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  return rows.map((row) => {
    const [from = '', to = ''] = row.split(',')
    return { from, to }
  })
}
