import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { movementMatrix } from '../../../../src/renderer/features/portfolio/movement-matrix.ts'

const anyClass = fc.option(fc.constantFrom(...VALUE_CLASSES, ...OPPORTUNITY_CLASSES))
const cells = fc.uniqueArray(
  fc.record({ from: anyClass, to: anyClass, count: fc.integer({ min: 1, max: 500 }) }),
  { selector: ({ from, to }) => `${from}-${to}` },
)

const always = () => true

describe('the class movement matrix', () => {
  it('puts risers left of the diagonal and fallers right of it', () => {
    const { rows } = movementMatrix(
      [
        { from: 'gold', to: 'diamond', count: 1 },
        { from: 'gold', to: 'gold', count: 11 },
        { from: 'gold', to: 'problem', count: 2 },
      ],
      always,
    )
    const gold = rows.find(({ from }) => from === 'gold')
    expect(gold?.before).toBe(14)
    expect(gold?.cells.map(({ direction }) => direction)).toEqual([
      'up',
      'same',
      'down',
      'down',
      'down',
      'down',
    ])
    expect(gold?.cells.map(({ count }) => count)).toEqual([1, 11, 0, 0, 0, 2])
  })

  it('leaves out a class that is no longer given, unless an account was in it', () => {
    const given: Parameters<typeof movementMatrix>[0] = [
      { from: 'gold', to: 'gold', count: 11 },
      { from: 'strategic', to: 'gold', count: 1 },
    ]
    const shown = movementMatrix(given, (valueClass) => valueClass === 'gold')
    expect(shown.rows.map(({ from }) => from)).toEqual(['gold', 'strategic'])
    expect(shown.rows.map(({ cells }) => cells.map(({ count }) => count))).toEqual([
      [11, 0],
      [1, 0],
    ])
    expect(shown.totals.map(({ valueClass }) => valueClass)).toEqual(['gold', 'strategic'])
  })

  it('counts newcomers and former prospects in the totals of now, not in those of before', () => {
    const { totals, now } = movementMatrix(
      [
        { from: null, to: 'general', count: 3 },
        { from: 'key-opportunity', to: 'general', count: 2 },
        { from: 'general', to: 'general', count: 10 },
        { from: null, to: 'general-opportunity', count: 7 },
      ],
      always,
    )
    expect(totals.find(({ valueClass }) => valueClass === 'general')).toEqual({
      valueClass: 'general',
      now: 15,
      before: 10,
    })
    expect(now).toBe(15)
  })

  it('loses nobody: the totals of now add up to everyone in one of the six classes', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { totals, now, rows } = movementMatrix(given, always)
        const trading = given.filter(({ to }) => VALUE_CLASSES.some((one) => one === to))
        const expected = trading.reduce((sum, { count }) => sum + count, 0)
        expect(now).toBe(expected)
        expect(totals.reduce((sum, total) => sum + total.now, 0)).toBe(expected)
        expect(totals.map(({ before }) => before)).toEqual(rows.map(({ before }) => before))
      }),
    )
  })
})
