import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import { type MonthlyClass, settleClass } from '../../../src/main/scoring/hysteresis.ts'
import { fullModel } from './scoring-builders.ts'

/** Gold from 65, Diamond from 80; three points, two months. */
const model = fullModel()

const month = (valueClass: ValueClass, score: number | null = 50, isNew = false): MonthlyClass => ({
  valueClass,
  score,
  isNew,
  decidedBy: valueClass === 'problem' ? 'problem-rule' : 'general-rest',
})
const settle = (published: ValueClass | null, months: readonly MonthlyClass[]) =>
  settleClass(published, months, model)

describe('a class that is published', () => {
  it('holds while the score passes the line by three points or less, and follows beyond that, up and down', () => {
    expect(settle('general', [month('general', 60), month('gold', 68)])).toEqual({
      valueClass: 'general',
      settledBy: 'held-within-margin',
    })
    expect(settle('general', [month('general', 60), month('gold', 68.01)])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-beyond-margin',
    })
    expect(settle('diamond', [month('diamond', 81), month('gold', 77)])).toEqual({
      valueClass: 'diamond',
      settledBy: 'held-within-margin',
    })
    expect(settle('diamond', [month('diamond', 81), month('gold', 76.99)])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-beyond-margin',
    })
  })

  it('follows after two calculations in a row on the other side, and not after one', () => {
    expect(settle('general', [month('gold', 66), month('general', 64), month('gold', 66)])).toMatchObject({
      settledBy: 'held-within-margin',
    })
    expect(settle('general', [month('general', 64), month('gold', 66), month('gold', 66)])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-stayed',
    })
    expect(settle('general', [month('potential', 40), month('gold', 66)])).toEqual({
      valueClass: 'potential',
      settledBy: 'changed-stayed',
    })
    expect(settle('strategic', [month('gold', 66), month('general', 40)])?.valueClass).toBe('strategic')
  })

  it('passes or holds each line on the way by itself, and may come to rest between two', () => {
    expect(settle('general', [month('general', 50), month('diamond', 81)])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-beyond-margin',
    })
    expect(settle('diamond', [month('diamond', 84), month('general', 64)])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-beyond-margin',
    })
    expect(settle('general', [month('gold', 66), month('diamond', 82)])).toMatchObject({ valueClass: 'gold' })
    expect(settle('diamond', [month('diamond', 84), month('general', 50)])).toMatchObject({
      valueClass: 'general',
    })
    const withoutGold = {
      ...model,
      classes: { ...model.classes, gold: { isUsed: false, name: null, letter: null } },
    }
    expect(settleClass('general', [month('general', 50), month('diamond', 81)], withoutGold)).toEqual({
      valueClass: 'general',
      settledBy: 'held-within-margin',
    })
  })

  it('takes a judgement for a fact only where it was the judgement that changed, and not the score below a line', () => {
    const judged = (score: number): MonthlyClass => ({
      ...month('strategic', score),
      decidedBy: 'strategic-influence',
    })
    expect(settle('gold', [month('gold', 66), judged(64.5)])).toEqual({
      valueClass: 'gold',
      settledBy: 'held-within-margin',
    })
    expect(settle('gold', [judged(64.5), judged(64)])).toMatchObject({ valueClass: 'strategic' })
    expect(settle('gold', [month('gold', 70), judged(70)])).toEqual({
      valueClass: 'strategic',
      settledBy: 'changed-by-rule',
    })
    expect(settle('general', [month('general', 40), judged(40)])?.settledBy).toBe('changed-by-rule')
  })

  it('becomes Problem at once and leaves it after two clean quarters', () => {
    expect(settle('diamond', [month('diamond', 90), month('problem', 90)])).toEqual({
      valueClass: 'problem',
      settledBy: 'changed-by-rule',
    })
    const clean = Array.from({ length: 6 }, () => month('gold', 78))
    expect(settle('problem', clean.slice(1))).toEqual({
      valueClass: 'problem',
      settledBy: 'held-clean-quarters',
    })
    expect(settle('problem', [month('problem'), ...clean.slice(1)])?.settledBy).toBe('held-clean-quarters')
    expect(settle('problem', [month('problem'), ...clean])).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-stayed',
    })
  })

  it('of a new account rises and does not fall', () => {
    expect(settle('gold', [month('general', 30, true), month('general', 30, true)])?.settledBy).toBe(
      'held-new',
    )
    expect(settle('general', [month('gold', 90, true)])?.valueClass).toBe('gold')
  })

  it('follows a first order and a signed judgement at once', () => {
    expect(settle('key-opportunity', [month('general', 30)])).toEqual({
      valueClass: 'general',
      settledBy: 'changed-by-rule',
    })
    expect(
      settle('general', [{ ...month('strategic', 40), decidedBy: 'strategic-influence' }])?.settledBy,
    ).toBe('changed-by-rule')
  })

  it('without one before, or without hysteresis, is the calculated one; without a calculation there is none', () => {
    expect(settle(null, [month('gold', 65)])).toEqual({ valueClass: 'gold', settledBy: 'first' })
    const loose = fullModel({ hysteresis: { enabled: false, points: 3, periods: 2 } })
    expect(settleClass('general', [month('gold', 65)], loose)).toEqual({
      valueClass: 'gold',
      settledBy: 'changed-at-once',
    })
    expect(settle('gold', [])).toBeNull()
  })

  it('never lies outside of the one before and the calculated one, and a steady class settles within two clean quarters', () => {
    const anyClass = fc.constantFrom(...VALUE_CLASSES)
    const ranked: readonly ValueClass[] = VALUE_CLASSES
    const rank = (valueClass: ValueClass) => ranked.indexOf(valueClass)
    const anyMonth = fc
      .tuple(anyClass, fc.option(fc.double({ min: 0, max: 100, noNaN: true })))
      .map(([valueClass, score]) => month(valueClass, score))
    fc.assert(
      fc.property(anyClass, fc.array(anyMonth, { minLength: 1, maxLength: 9 }), (published, months) => {
        const latest = months.at(-1)?.valueClass
        const settled = settle(published, months)
        const [low, high] = [published, latest ?? published].map(rank).sort((one, other) => one - other)
        expect(rank(settled?.valueClass ?? 'problem')).toBeGreaterThanOrEqual(low ?? 0)
        expect(rank(settled?.valueClass ?? 'problem')).toBeLessThanOrEqual(high ?? 0)
        expect(settled?.settledBy.startsWith('held')).toBe(
          settled?.valueClass === published && latest !== published,
        )
      }),
    )
    fc.assert(
      fc.property(anyClass, anyMonth, (published, steady) => {
        const months = Array.from({ length: 6 }, () => steady)
        expect(settle(published, months)?.valueClass).toBe(steady.valueClass)
      }),
    )
  })
})
