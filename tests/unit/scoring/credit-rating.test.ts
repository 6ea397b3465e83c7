import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CREDIT_GRADES,
  CREDIT_INDICATORS,
  CREDIT_TRAITS,
  type CreditGrade,
  type CreditIndicatorKey,
} from '#shared/domain/credit.ts'
import { type CreditInputs, gradeOf, rateCredit } from '../../../src/main/scoring/credit-rating.ts'
import { DEFAULT_CREDIT_TEMPLATE, templateProblems } from '../../../src/main/scoring/credit-template.ts'

type Values = Partial<Record<CreditIndicatorKey, number | null>>

/** Every indicator at its standard of one level, 0 excellent to 4 poor. */
function allAt(level: number): Values {
  return Object.fromEntries(
    DEFAULT_CREDIT_TEMPLATE.indicators.map(({ key, bands }) => [key, bands.at(-1)?.standards[level] ?? null]),
  )
}

const rate = (values: Values, rest: Partial<Omit<CreditInputs, 'values'>> = {}) =>
  rateCredit(DEFAULT_CREDIT_TEMPLATE, { values, isInsolvent: null, previous: null, ...rest })

const without = (values: Values, drops: (key: CreditIndicatorKey) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !drops(key as CreditIndicatorKey)))

const gradeIn = (result: ReturnType<typeof rate>) => (result.kind === 'rated' ? result.grade : 'not rated')

describe('the sheet of twenty indicators', () => {
  // scoring.md 1.5: 20 + 40 + 10 points from behaviour, 12 + 8 + 10 from the statement.
  it('has the points of the rating rules by category, thirty of them from the statement', () => {
    const sum = (isWanted: (key: CreditIndicatorKey) => boolean) =>
      DEFAULT_CREDIT_TEMPLATE.indicators.reduce(
        (total, { key, weight }) => total + (isWanted(key) ? weight : 0),
        0,
      )
    expect(CREDIT_INDICATORS).toHaveLength(20)
    expect(sum((key) => CREDIT_TRAITS[key].isFinancial)).toBe(30)
    expect(sum((key) => CREDIT_TRAITS[key].category === 'character')).toBe(20)
    expect(sum((key) => CREDIT_TRAITS[key].category === 'performance')).toBe(40)
    expect(sum((key) => CREDIT_TRAITS[key].category === 'solvency')).toBe(12)
    expect(sum((key) => CREDIT_TRAITS[key].category === 'operation')).toBe(18)
    expect(sum((key) => CREDIT_TRAITS[key].category === 'profitability')).toBe(10)
    expect(CREDIT_INDICATORS.filter((key) => CREDIT_TRAITS[key].isFinancial)).toHaveLength(9)
    expect(templateProblems(DEFAULT_CREDIT_TEMPLATE)).toEqual([])
  })

  it.each([
    [0, 100, 'AAA'],
    [1, 80, 'AA'],
    [2, 60, 'B'],
    [3, 40, 'C'],
    [4, 20, 'C'],
  ] as const)(
    'gives %i. level of every standard its coefficient of the points: %d',
    (level, points, grade) => {
      const result = rate(allAt(level))
      expect(result).toMatchObject({ kind: 'rated', coverage: 1 })
      expect(result.kind === 'rated' && result.points).toBeCloseTo(points, 6)
      expect(gradeIn(result)).toBe(grade)
    },
  )

  it.each([
    [90, 'AAA'],
    [89.999999, 'AA'],
    [80, 'AA'],
    [70, 'A'],
    [60, 'B'],
    [59.999999, 'C'],
    [0, 'C'],
  ] as const)('%d points are %s', (points, grade) => {
    expect(gradeOf(points, DEFAULT_CREDIT_TEMPLATE)).toBe(grade)
  })

  it('scores a ratio on both sides of its best range, so that more liquidity is not always better', () => {
    const pointsAt = (ratio: number) =>
      rate({ ...allAt(0), 'current-ratio': ratio }).indicators.find(({ key }) => key === 'current-ratio')
        ?.points
    expect(pointsAt(2)).toBe(4)
    expect(pointsAt(1)).toBeCloseTo(2.4, 9)
    expect(pointsAt(6)).toBeCloseTo(2.4, 9)
    expect(pointsAt(0.3)).toBe(0)
    expect(pointsAt(25)).toBe(0)
  })
})

describe('what is missing', () => {
  it('is not counted as zero: the rest of its category carries its points', () => {
    const full = rate(allAt(1))
    const result = rate(without(allAt(1), (key) => key === 'dispute-rate'))
    expect(result.kind === 'rated' && result.points).toBeCloseTo(80, 6)
    expect(full.coverage - result.coverage).toBeCloseTo(0.04, 9)
  })

  it('leaves an account without its payment record not rated, and says which category lacks', () => {
    const result = rate(without(allAt(0), (key) => CREDIT_TRAITS[key].isComputed))
    expect(result).toMatchObject({ kind: 'not-rated', missing: ['performance'] })
  })

  it('is rated with exactly 60 % of a category and not with less', () => {
    // Character: 8 + 4 of 20 points are 60 %.
    const some = without(allAt(0), (key) => key === 'ownership' || key === 'management')
    expect(rate(some).kind).toBe('rated')
    expect(rate(without(some, (key) => key === 'years-in-business'))).toMatchObject({
      kind: 'not-rated',
      missing: ['character'],
    })
  })

  it('caps at A without a statement, however good the rest, and shows what is known', () => {
    const result = rate(without(allAt(0), (key) => CREDIT_TRAITS[key].isFinancial))
    expect(result).toMatchObject({ kind: 'rated', grade: 'A', pointsGrade: 'AAA', points: 100 })
    expect(result.coverage).toBeCloseTo(0.7, 9)
    expect(result.kind === 'rated' && result.gates).toEqual([{ gate: 'missing-statement', cap: 'A' }])
  })

  it('holds at A where profitability, a third of the statement, is wholly unknown, and names it', () => {
    const result = rate(without(allAt(0), (key) => CREDIT_TRAITS[key].category === 'profitability'))
    expect(result).toMatchObject({
      kind: 'rated',
      pointsGrade: 'AAA',
      grade: 'A',
      gates: [{ gate: 'missing-statement', cap: 'A' }],
      missing: ['profitability'],
    })
    expect(result.coverage).toBeCloseTo(0.9, 9)
    expect(result.categories.find(({ category }) => category === 'profitability')).toMatchObject({
      points: null,
      knownWeight: 0,
    })
  })

  it('names every category known to less than 60 %, also operation where only its statement part lacks', () => {
    const result = rate(without(allAt(0), (key) => CREDIT_TRAITS[key].isFinancial))
    expect(result).toMatchObject({ grade: 'A', missing: ['solvency', 'operation', 'profitability'] })
  })

  it('holds at A where one category lacks, though less than a third of the statement does', () => {
    // Solvency: 5 of 12 points known; 7 of the 30 financial points lack.
    const result = rate(without(allAt(0), (key) => key === 'current-ratio' || key === 'cash-cover'))
    expect(result).toMatchObject({ pointsGrade: 'AAA', grade: 'A', missing: ['solvency'] })
  })

  it('does not cap where less than a third of the statement lacks and every category is known', () => {
    const drops = ['cash-cover', 'inventory-turnover', 'return-on-assets']
    const result = rate(without(allAt(0), (key) => drops.includes(key)))
    expect(result).toMatchObject({ grade: 'AAA', gates: [], missing: [] })
  })
})

describe('gates', () => {
  it('insolvency caps at C, from any grade and at once', () => {
    const result = rate(allAt(0), { isInsolvent: true, previous: { grade: 'AAA', quartersAgo: 1 } })
    expect(gradeIn(result)).toBe('C')
  })

  it('liabilities above assets cap at C, and a return on negative equity earns nothing', () => {
    const result = rate({ ...allAt(0), 'asset-liability': 101, 'return-on-equity': 40 })
    expect(gradeIn(result)).toBe('C')
    expect(result.indicators.find(({ key }) => key === 'return-on-equity')?.points).toBe(0)
  })

  it('more than a fifth overdue by 90 days caps at B', () => {
    expect(gradeIn(rate({ ...allAt(0), 'overdue-share': 20 }))).not.toBe('B')
    expect(gradeIn(rate({ ...allAt(0), 'overdue-share': 20.1 }))).toBe('B')
  })

  it.each([
    ['AAA', 'B', 1, 'AA'],
    ['AAA', 'B', 2, 'A'],
    ['C', 'AAA', 1, 'B'],
    ['A', 'A', 1, 'A'],
    ['AA', 'A', 1, 'A'],
  ] as const)(
    'from %s to %s by points within %i quarter(s) is %s',
    (before, byPoints, quartersAgo, grade) => {
      const levels: Record<CreditGrade, Values> = {
        AAA: allAt(0),
        AA: allAt(1),
        A: { ...allAt(1), 'legal-record': 1, 'on-time-rate': 80 },
        B: allAt(2),
        C: allAt(3),
      }
      const result = rate(levels[byPoints], { previous: { grade: before, quartersAgo } })
      expect(result.kind === 'rated' && result.pointsGrade).toBe(byPoints)
      expect(gradeIn(result)).toBe(grade)
    },
  )
})

describe('a template', () => {
  it('is refused unless the weights add up to 100, the standards run one way and the grades descend', () => {
    const [first, ...rest] = DEFAULT_CREDIT_TEMPLATE.indicators
    if (!first) throw new Error('The template is empty.')
    const heavier = { ...DEFAULT_CREDIT_TEMPLATE, indicators: [{ ...first, weight: 9 }, ...rest] }
    expect(templateProblems(heavier)).toEqual([{ kind: 'weights', sum: 101 }])
    const zigzag = { ...first, bands: [{ standards: [5, 4, 6, 2, 1], floor: 0 }] }
    expect(templateProblems({ ...DEFAULT_CREDIT_TEMPLATE, indicators: [zigzag, ...rest] })).toEqual([
      { kind: 'bands', indicator: 'legal-record' },
    ])
    expect(templateProblems({ ...DEFAULT_CREDIT_TEMPLATE, indicators: rest })).toContainEqual({
      kind: 'indicators',
    })
    const grades = DEFAULT_CREDIT_TEMPLATE.grades.map((row) => ({ ...row, minimumPoints: 50 }))
    expect(templateProblems({ ...DEFAULT_CREDIT_TEMPLATE, grades })).toEqual([{ kind: 'grades' }])
  })
})

describe('over any sheet', () => {
  const figure = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }))
  const values = fc.record(Object.fromEntries(CREDIT_INDICATORS.map((key) => [key, figure])))
  const previous = fc.option(
    fc.record({ grade: fc.constantFrom(...CREDIT_GRADES), quartersAgo: fc.integer({ min: 1, max: 8 }) }),
  )

  it('points are a number from 0 to 100 or there is a reason for none', () => {
    fc.assert(
      fc.property(values, fc.option(fc.boolean()), previous, (given, isInsolvent, before) => {
        const result = rateCredit(DEFAULT_CREDIT_TEMPLATE, { values: given, isInsolvent, previous: before })
        for (const { points, weight } of result.indicators) {
          if (points !== null) expect(points).toBeGreaterThanOrEqual(0)
          if (points !== null) expect(points).toBeLessThanOrEqual(weight)
        }
        expect(result.coverage).toBeGreaterThanOrEqual(0)
        expect(result.coverage).toBeLessThanOrEqual(1)
        if (result.kind === 'not-rated') expect(result.missing.length).toBeGreaterThan(0)
        else {
          expect(result.points).toBeGreaterThanOrEqual(0)
          expect(result.points).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives nothing above A while less than 60 % of a category is known', () => {
    const excellent = allAt(0)
    fc.assert(
      fc.property(fc.subarray([...CREDIT_INDICATORS]), (dropped) => {
        const result = rate(without(excellent, (key) => dropped.includes(key)))
        const lacking = result.categories.filter(
          ({ weight, knownWeight }) => knownWeight / weight < 0.6 - 1e-9,
        )
        if (result.kind === 'rated') {
          expect(result.missing).toEqual(lacking.map(({ category }) => category))
          if (lacking.length > 0) expect(result.grade).toBe('A')
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never moves more than a notch a quarter but by a cap', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...CREDIT_GRADES), (given, grade) => {
        const result = rateCredit(DEFAULT_CREDIT_TEMPLATE, {
          values: given,
          isInsolvent: false,
          previous: { grade, quartersAgo: 1 },
        })
        if (result.kind !== 'rated') return
        const step = CREDIT_GRADES.indexOf(result.grade) - CREDIT_GRADES.indexOf(grade)
        const isCapped = result.gates.some(({ gate }) => gate !== 'notch-limit')
        expect(step).toBeGreaterThanOrEqual(-1)
        if (!isCapped) expect(step).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })
})
