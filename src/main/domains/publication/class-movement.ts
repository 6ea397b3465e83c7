import { type ClassMovement, LADDER_QUARTERS } from '#shared/contract/publication.ts'
import { monthOf } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { lastDayOfQuarter, type Quarter } from '#shared/domain/quarter.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { classMigration, expectedMix, SMALL_COUNT } from '../../scoring/markov-migration.ts'
import { calculateMonth } from './calculated-classes.ts'
import { fullQuarters } from './open-quarters.ts'
import { listPublications, readResults } from './publication-repository.ts'

export interface MovementRequest {
  basis: ClassMovement['basis']
  /** The newest there is when left out. */
  to?: Quarter | undefined
  /** Quarters to go back from it, each compared with the next one. */
  steps: number
}

/** Who is in which of the six classes at a quarter's end; accounts are named by key or by id. */
type ClassesAt = ReadonlyMap<number | Id, ValueClass>

/** Moves between classes, as calculated or as published; null while there are not two quarters to compare. */
export function readClassMovement(
  database: ReadDatabase,
  { basis, to, steps }: MovementRequest,
): ClassMovement | null {
  const known = {
    // One more than can be chosen: the oldest choice needs one before it.
    calculated: fullQuarters(database, LADDER_QUARTERS + 1),
    published: listPublications(database).map(({ quarter }) => quarter),
  }
  const among = known[basis]
  const end = to === undefined ? among.length - 1 : among.indexOf(to)
  const quarters = among.slice(Math.max(end - steps, 0), end + 1)
  if (end < 1 || quarters.length < 2) return null

  const classesAt = quarters.map((quarter) =>
    basis === 'published' ? publishedAt(database, quarter) : calculatedAt(database, quarter),
  )
  const pairs = classesAt.slice(1).flatMap((after, i) => pairsOf(classesAt[i] ?? new Map(), after))
  const chain = classMigration(
    pairs.map(([from]) => from),
    pairs.map(([, arrived]) => arrived),
    VALUE_CLASSES,
  )
  const now = [...(classesAt.at(-1)?.values() ?? [])]
  const countOf = (valueClass: ValueClass) => now.filter((one) => one === valueClass).length
  const mix = VALUE_CLASSES.map((valueClass) => (now.length > 0 ? countOf(valueClass) / now.length : 0))
  const expected = expectedMix(chain, mix, 1)

  return {
    basis,
    quarters,
    choices: {
      calculated: known.calculated.slice(1).toReversed(),
      published: known.published.slice(1).toReversed(),
    },
    classes: VALUE_CLASSES.map((valueClass, i) => ({
      valueClass,
      started: sum(chain.counts[i] ?? []),
      counts: chain.counts[i] ?? [],
      sharesPercent: chain.matrix[i]?.map(percent) ?? null,
      retentionPercent: nullablePercent(chain.retention[i]),
      count: countOf(valueClass),
      mixPercent: percent(mix[i] ?? 0),
      expectedPercent: nullablePercent(expected?.[i]),
      steadyPercent: nullablePercent(chain.steadyState?.[i]),
      isSmall: chain.smallClasses.includes(valueClass),
    })),
    retentionPercent: nullablePercent(chain.overallRetention),
    noSteadyState: chain.noSteadyState,
    ...directions(chain.counts),
    entered: chain.entered,
    left: chain.left,
    smallCount: SMALL_COUNT,
  }
}

function calculatedAt(database: ReadDatabase, quarter: Quarter): ClassesAt {
  const { byAccount } = calculateMonth(database, monthOf(lastDayOfQuarter(quarter)))
  return new Map([...byAccount].flatMap(([key, { valueClass }]) => ranked(key, valueClass)))
}

function publishedAt(database: ReadDatabase, quarter: Quarter): ClassesAt {
  return new Map(
    [...readResults(database, quarter)].flatMap(([id, { valueClass }]) => ranked(id, valueClass)),
  )
}

/** Parties that never traded have no place in the matrix. */
function ranked(key: number | Id, valueClass: ValueClass): [number | Id, ValueClass][] {
  return VALUE_CLASSES.some((one) => one === valueClass) ? [[key, valueClass]] : []
}

function pairsOf(before: ClassesAt, after: ClassesAt): [ValueClass | null, ValueClass | null][] {
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => [
    before.get(key) ?? null,
    after.get(key) ?? null,
  ])
}

/** Classes stand from best to worst: left of the diagonal is up. */
function directions(counts: readonly (readonly number[])[]): { up: number; down: number; unchanged: number } {
  const moves = { up: 0, down: 0, unchanged: 0 }
  for (const [from, row] of counts.entries()) {
    for (const [to, count] of row.entries()) {
      moves[to < from ? 'up' : to > from ? 'down' : 'unchanged'] += count
    }
  }
  return moves
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Within 0 and 100 whatever the residue of the division. */
function percent(part: number): number {
  return Math.min(Math.max(part * 100, 0), 100)
}

function nullablePercent(part: number | null | undefined): number | null {
  return part === null || part === undefined ? null : percent(part)
}
