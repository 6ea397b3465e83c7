import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classMigration, expectedMix } from '../../../src/main/scoring/markov-migration.ts'

/** Accounts that made each move as often as the matrix says. */
function accounts(moves: Record<string, number>) {
  const pairs = Object.entries(moves).flatMap(([move, count]) => Array.from({ length: count }, () => move))
  return { from: pairs.map((pair) => pair[0] ?? ''), to: pairs.map((pair) => pair[1] ?? '') }
}

// Kemeny & Snell 1960, Finite Markov Chains: the land of Oz, weather rain, nice, snow; settles at .4 .2 .4.
it('settles the land of Oz at two days of rain, one nice and two of snow in five', () => {
  const { from, to } = accounts({ RR: 20, RN: 10, RS: 10, NR: 20, NS: 20, SR: 10, SN: 10, SS: 20 })
  const migration = classMigration(from, to, ['R', 'N', 'S'])
  expect(migration.matrix).toEqual([
    [0.5, 0.25, 0.25],
    [0.5, 0, 0.5],
    [0.25, 0.25, 0.5],
  ])
  expect(migration.steadyState?.map((share) => share.toFixed(6))).toEqual([
    '0.400000',
    '0.200000',
    '0.400000',
  ])
  expect(migration.retention).toEqual([0.5, 0, 0.5])
  expect(migration.overallRetention).toBeCloseTo(1 / 3, 12)
  expect(migration.smallClasses).toEqual([])
})

it('carries the mix through as many periods as asked', () => {
  const { from, to } = accounts({ AA: 8, AB: 2, BA: 5, BB: 5 })
  const migration = classMigration(from, to)
  expect(migration.mix).toEqual([0.65, 0.35])
  expect(expectedMix(migration, [1, 0], 0)).toEqual([1, 0])
  expect(expectedMix(migration, [1, 0], 1)).toEqual([0.8, 0.2])
  const far = expectedMix(migration, [1, 0], 200)
  expect(far?.[0]).toBeCloseTo(5 / 7, 12)
  expect(migration.steadyState?.[0]).toBeCloseTo(5 / 7, 12)
})

it('warns of classes whose shares rest on fewer than ten accounts', () => {
  const { from, to } = accounts({ AA: 10, BB: 4, BA: 5 })
  expect(classMigration(from, to).smallClasses).toEqual(['B'])
})

it('settles in the class that is never left', () => {
  const { from, to } = accounts({ AA: 8, AC: 2, CC: 10 })
  expect(classMigration(from, to).steadyState).toEqual([0, 1])
})

it('settles a mix that swings between two classes at its average', () => {
  const { from, to } = accounts({ AB: 3, BA: 3 })
  expect(classMigration(from, to).steadyState).toEqual([0.5, 0.5])
})

describe('no steady state', () => {
  it('when nobody ever leaves: the end is where each account began', () => {
    const { from, to } = accounts({ AA: 3, BB: 4 })
    expect(classMigration(from, to)).toMatchObject({ steadyState: null, noSteadyState: 'several-ends' })
  })
  it('when accounts came into a class from which no move was seen', () => {
    const migration = classMigration(['A', 'A'], ['A', 'B'])
    expect(migration).toMatchObject({ steadyState: null, noSteadyState: 'unknown-departures' })
    expect(migration.matrix).toEqual([[0.5, 0.5], null])
    expect(expectedMix(migration, migration.mix, 1)).toBeNull()
    expect(expectedMix(migration, [1, 0], 1)).toEqual([0.5, 0.5])
  })
  it('without moves', () => {
    expect(classMigration([], [])).toMatchObject({
      steadyState: null,
      noSteadyState: 'no-moves',
      classes: [],
    })
  })
})

it('leaves a class nobody was in out of the chain', () => {
  const { from, to } = accounts({ AA: 8, AB: 2, BA: 5, BB: 5 })
  const migration = classMigration(from, to, ['Z', 'A', 'B'])
  expect(migration.matrix[0]).toBeNull()
  expect(migration.steadyState?.[0]).toBe(0)
  expect(migration.steadyState?.[1]).toBeCloseTo(5 / 7, 12)
})

it('counts accounts that came or went apart from the moves', () => {
  const migration = classMigration(['A', null, 'A'], ['A', 'A', null])
  expect(migration).toMatchObject({ entered: 1, left: 1, counts: [[1]], overallRetention: 1 })
})

it('orders numbered classes by number', () => {
  expect(classMigration(['10', '2'], ['2', '10']).classes).toEqual(['2', '10'])
})

it('keeps rows, mixes and steady states sums of 1 and reproduces the steady state in one more period', () => {
  const label = fc.constantFrom('A', 'B', 'C', 'D', null)
  fc.assert(
    fc.property(fc.array(fc.tuple(label, label), { maxLength: 60 }), (pairs) => {
      const migration = classMigration(
        pairs.map(([from]) => from),
        pairs.map(([, to]) => to),
      )
      const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0)
      for (const row of migration.matrix) if (row) expect(sum(row)).toBeCloseTo(1, 12)
      if (migration.mix.some((share) => share > 0)) expect(sum(migration.mix)).toBeCloseTo(1, 12)
      const { steadyState } = migration
      if (!steadyState) {
        expect(migration.noSteadyState).not.toBeNull()
        return
      }
      expect(sum(steadyState)).toBeCloseTo(1, 12)
      const next = expectedMix(migration, steadyState, 1)
      steadyState.forEach((share, i) => {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(next?.[i]).toBeCloseTo(share, 9)
      })
    }),
  )
})
