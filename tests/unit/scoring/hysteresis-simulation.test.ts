import { describe, expect, it } from 'vitest'
import type { Hysteresis } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { type MonthlyClass, settleClass } from '../../../src/main/scoring/hysteresis.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import { fullModel } from './scoring-builders.ts'

const CUSTOMERS = 3370
const RUNS = 7
const { thresholds, classes } = fullModel()

const classOf = (score: number): ValueClass =>
  score >= thresholds.diamondScore ? 'diamond' : score >= thresholds.goldScore ? 'gold' : 'general'

/** Scores that swing from month to month about a level that drifts slowly, as those of a rolling window do. */
function simulatedMonths(): MonthlyClass[][] {
  const random = seededRandom(4711)
  const swing = (width: number) => (random() + random() + random() - 1.5) * width
  return Array.from({ length: CUSTOMERS }, () => {
    let level = 30 + random() * 65
    return Array.from({ length: RUNS }, (): MonthlyClass => {
      level += swing(3)
      const score = Math.min(Math.max(level + swing(4), 0), 100)
      return { valueClass: classOf(score), score, decidedBy: 'general-rest' }
    })
  })
}

function publish(months: readonly MonthlyClass[], hysteresis: Hysteresis): ValueClass[] {
  const published: ValueClass[] = []
  for (let at = 1; at <= months.length; at++) {
    const settled = settleClass(published.at(-1) ?? null, months.slice(0, at), {
      hysteresis,
      thresholds,
      classes,
    })
    if (settled) published.push(settled.valueClass)
  }
  return published
}

function countMoves(histories: readonly (readonly ValueClass[])[]) {
  let changes = 0
  let reversals = 0
  for (const history of histories) {
    history.forEach((now, i) => {
      if (i > 0 && now !== history[i - 1]) changes += 1
      if (i > 1 && now !== history[i - 1] && now === history[i - 2]) reversals += 1
    })
  }
  return { changes, reversals }
}

describe('hysteresis over seven monthly runs of 3,370 simulated customers', () => {
  const months = simulatedMonths()
  const raw = months.map((list) => publish(list, { enabled: false, points: 0, periods: 1 }))
  const settled = months.map((list) => publish(list, { enabled: true, points: 5, periods: 2 }))
  const [before, after] = [countMoves(raw), countMoves(settled)]

  // Published for one real portfolio: 2859 changes and 384 reversals become 2248 and 123, −68 % reversals.
  it('takes away at least half of the changes that are taken back a month later, and some of the others', () => {
    expect(before.reversals).toBeGreaterThan(200)
    expect(after.reversals).toBeLessThan(before.reversals * 0.5)
    expect(after.changes).toBeLessThan(before.changes)
  })

  it('ends with the calculated class for at least nine in ten', () => {
    const same = settled.filter((history, i) => history.at(-1) === raw[i]?.at(-1)).length
    expect(same / CUSTOMERS).toBeGreaterThan(0.9)
  })
})

it('an account leaves Problem after two clean quarters, also into a class that somebody judged', () => {
  const hysteresis = { enabled: true, points: 3, periods: 2 }
  const judged: MonthlyClass = { valueClass: 'strategic', score: 50, decidedBy: 'strategic-influence' }
  const settle = (months: readonly MonthlyClass[]) =>
    settleClass('problem', months, { hysteresis, thresholds, classes })?.valueClass
  expect(settle([judged])).toBe('problem')
  expect(settle(Array.from({ length: 6 }, () => judged))).toBe('strategic')
})
