import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNumberColumn } from '../../../src/main/domains/order/number-column.ts'
import { createPairIndex } from '../../../src/main/domains/order/pair-index.ts'

it('pairs of keys are numbered in the order they first come, however many collide', () => {
  const key = fc.oneof(
    fc.nat(40),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.nat(20).map((n) => n * 65_536),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 4_000 }), (pairs) => {
      const index = createPairIndex()
      const known = new Map<string, number>()
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`
        const slot = known.get(name) ?? known.size
        known.set(name, slot)
        expect(index.slotOf(first, second)).toBe(slot)
        expect([index.first(slot), index.second(slot)]).toEqual([first, second])
      }
      expect(index.size).toBe(known.size)
    }),
    { numRuns: 40 },
  )
})

it('a key that 32 bits cannot hold is refused instead of being taken for another one', () => {
  expect(() => createPairIndex().slotOf(2 ** 32 + 5, 1)).toThrow(RangeError)
  expect(() => createPairIndex().slotOf(1, -1)).toThrow(RangeError)
})

it('a column keeps what was added far apart, exactly', () => {
  const column = createNumberColumn()
  column.add(100_000, Number.MAX_SAFE_INTEGER - 1)
  column.add(100_000, 1)
  column.set(3, -7)
  expect([column.get(3), column.get(4), column.get(100_000), column.get(999_999)]).toEqual([
    -7,
    0,
    Number.MAX_SAFE_INTEGER,
    0,
  ])
})

it('what has given its memory back is empty, and can be filled again', () => {
  const column = createNumberColumn()
  const index = createPairIndex()
  for (let key = 0; key < 5000; key += 1) column.add(index.slotOf(key, 7), key)
  column.release()
  index.release()
  expect([column.get(4000), index.size]).toEqual([0, 0])
  column.add(index.slotOf(4000, 7), 2)
  expect([index.first(0), index.second(0), index.size, column.get(0)]).toEqual([4000, 7, 1, 2])
})
