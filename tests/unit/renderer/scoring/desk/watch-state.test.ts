import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settleClass } from '../../../../../src/main/scoring/hysteresis.ts'
import { type Move, watchState } from '../../../../../src/renderer/features/scoring/desk/watch-state.ts'
import { VALUE_CLASSES } from '../../../../../src/shared/domain/value-class.ts'
import { MODEL } from '../scoring-model.ts'

const move = (change: Partial<Move>): Move => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: '1',
  name: 'one',
  from: 'general',
  to: 'gold',
  isUp: true,
  scoreBefore: 60,
  scoreAfter: 66,
  netSales: 0,
  ...change,
})

const moves = fc.record({
  from: fc.constantFrom(...VALUE_CLASSES),
  to: fc.constantFrom(...VALUE_CLASSES),
  isUp: fc.boolean(),
  scoreAfter: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
})

it('watches a score that passes its threshold by no more than the points of the model', () => {
  expect(watchState(move({ scoreAfter: 68 }), MODEL)).toBe('on-watch')
  expect(watchState(move({ scoreAfter: 68.1 }), MODEL)).toBe('at-once')
})

it('measures a way down from the threshold that is left', () => {
  const down = { from: 'diamond', to: 'gold', isUp: false } as const
  expect(watchState(move({ ...down, scoreAfter: 77 }), MODEL)).toBe('on-watch')
  expect(watchState(move({ ...down, scoreAfter: 76.9 }), MODEL)).toBe('at-once')
})

it('follows every move at once where the model has no hysteresis', () => {
  const model = { ...MODEL, hysteresis: { ...MODEL.hysteresis, enabled: false } }
  fc.assert(
    fc.property(moves, (change) => {
      expect(watchState(move(change), model)).toBe('at-once')
    }),
  )
})

it('never waits with a hard rule, and never hurries out of Problem', () => {
  fc.assert(
    fc.property(moves, (change) => {
      expect(watchState(move({ ...change, to: 'problem' }), MODEL)).toBe('at-once')
      if (change.to === 'problem') return
      expect(watchState(move({ ...change, from: 'problem' }), MODEL)).toBe('on-watch')
    }),
  )
})

it('does not wait longer for a score that goes further beyond its threshold', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 65, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 35, noNaN: true }),
      (score, more) => {
        if (watchState(move({ scoreAfter: score }), MODEL) === 'on-watch') return
        expect(watchState(move({ scoreAfter: score + more }), MODEL)).toBe('at-once')
      },
    ),
  )
})

it('has nothing to wait for with a judgement, unless it shows because the score fell', () => {
  expect(watchState(move({ to: 'strategic', scoreAfter: 66 }), MODEL)).toBe('at-once')
  const down = { from: 'gold', to: 'strategic', isUp: false } as const
  expect(watchState(move({ ...down, scoreAfter: 64.5 }), MODEL)).toBe('on-watch')
  expect(watchState(move({ ...down, scoreAfter: 70 }), MODEL)).toBe('at-once')
})

it('watches what no line of the score parts', () => {
  expect(watchState(move({ to: 'potential', scoreAfter: 50 }), MODEL)).toBe('on-watch')
  expect(watchState(move({ from: 'strategic', to: 'general', isUp: false, scoreAfter: 10 }), MODEL)).toBe(
    'on-watch',
  )
})

it('says of each move whether the next publication follows it', () => {
  const ranked: readonly string[] = VALUE_CLASSES
  const rank = (valueClass: string) => ranked.indexOf(valueClass)
  fc.assert(
    fc.property(moves, ({ from, to, scoreAfter }) => {
      fc.pre(from !== to)
      const isUp = rank(to) < rank(from)
      const decidedBy =
        to === 'strategic' ? 'strategic-influence' : to === 'problem' ? 'problem-rule' : 'general-rest'
      const settled = settleClass(from, [{ valueClass: to, score: scoreAfter, decidedBy }], MODEL)
      const state = watchState(move({ from, to, isUp, scoreAfter }), MODEL)
      expect(state).toBe(settled?.valueClass === to ? 'at-once' : 'on-watch')
    }),
    { numRuns: 2_000 },
  )
})
