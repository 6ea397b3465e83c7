import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contributionsAgainst,
  explainScore,
  medianUtilities,
  nextClassOf,
  waysUp,
} from '../../../src/main/scoring/explanation.ts'
import { utilityOf } from '../../../src/main/scoring/utility.ts'
import { classifyAccount } from '../../../src/main/scoring/value-classification.ts'
import { accountInputs, arbitraryInputs, asOf, context, fullModel } from './scoring-builders.ts'

/** The account on the glass-box screen of the design reference: 73.65 points, Gold. */
const shown = {
  utilities: { sales: 86, margin: 72, collection: 90, growth: 41, timeliness: 78, influence: 60 },
  score: 73.65,
  scoreMin: 73.65,
  valueClass: 'gold' as const,
}
const hundredths = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 100), 0)

describe('the account on the glass-box screen', () => {
  it('has the printed points, which add up to 73.65', () => {
    const { criteria, total } = explainScore(accountInputs(), shown, fullModel(), asOf)
    expect(criteria.map((criterion) => criterion.points?.toFixed(2))).toEqual([
      '25.80',
      '14.40',
      '13.50',
      '6.15',
      '7.80',
      '6.00',
    ])
    expect(total).toBe(73.65)
  })

  it('lacks 6.35 points to Diamond', () => {
    expect(nextClassOf(shown, 'A', fullModel())).toEqual({
      valueClass: 'diamond',
      threshold: 80,
      missingPoints: 6.35,
      needsSalesA: false,
    })
  })

  it('reaches Diamond by growth of +22.5 % alone; full marks elsewhere add the printed points and are too few', () => {
    const ways = waysUp(6.35, shown, fullModel())
    const shownWays = ways.map((way) => [
      way.key,
      way.pointsAvailable.toFixed(2),
      way.inputNeeded?.toFixed(1),
    ])
    expect(shownWays).toEqual([
      ['sales', '4.20', undefined],
      ['margin', '5.60', undefined],
      ['collection', '1.50', undefined],
      ['growth', '8.85', '22.5'],
      ['timeliness', '2.20', undefined],
      ['influence', '4.00', undefined],
    ])
    const [collection, timeliness] = [ways[2], ways[4]]
    expect((collection?.pointsAvailable ?? 0) + (timeliness?.pointsAvailable ?? 0)).toBeCloseTo(3.7, 9)
  })
})

describe('the next class', () => {
  const model = fullModel()
  it('is Gold for General and Potential, Diamond for Gold, a key opportunity for a prospect', () => {
    expect(nextClassOf({ valueClass: 'general', score: 40 }, 'C', model)?.valueClass).toBe('gold')
    expect(nextClassOf({ valueClass: 'potential', score: 40 }, 'C', model)?.missingPoints).toBe(25)
    expect(nextClassOf({ valueClass: 'strategic', score: 40 }, 'C', model)?.valueClass).toBe('gold')
    expect(nextClassOf({ valueClass: 'general-opportunity', score: 40 }, null, model)?.missingPoints).toBe(20)
  })

  it('skips Gold for a Strategic account that stands before it', () => {
    const strategicFirst = fullModel({ strategicBeforeGold: true })
    expect(nextClassOf({ valueClass: 'strategic', score: 70 }, 'B', strategicFirst)?.valueClass).toBe(
      'diamond',
    )
  })

  it('says that only the ABC class is missing', () => {
    expect(nextClassOf({ valueClass: 'gold', score: 85 }, 'B', model)).toMatchObject({
      missingPoints: 0,
      needsSalesA: true,
    })
  })

  it('does not exist at the top, for Problem accounts and without a score', () => {
    expect(nextClassOf({ valueClass: 'diamond', score: 90 }, 'A', model)).toBeNull()
    expect(nextClassOf({ valueClass: 'problem', score: 90 }, 'A', model)).toBeNull()
    expect(nextClassOf({ valueClass: 'general', score: null }, 'A', model)).toBeNull()
  })
})

it('asks for a whole level of influence', () => {
  // 1.5 points at weight 10 are 15 of utility: 60 to 75, level 3.75.
  const ways = waysUp(1.5, shown, fullModel())
  expect(ways.find(({ key }) => key === 'influence')?.inputNeeded).toBe(4)
})

it('adds contributions up to score less threshold', () => {
  const result = contributionsAgainst(80, shown, fullModel())
  expect(result?.referenceScore).toBe(80)
  expect(result?.difference).toBe(-6.35)
  expect(result?.byCriterion.find(({ key }) => key === 'growth')?.points).toBe(-5.85)
  expect(hundredths(result?.byCriterion.map(({ points }) => points) ?? [])).toBe(-635)
})

it('compares with the portfolio medians of known utilities only', () => {
  const medians = medianUtilities(
    [{ sales: 10, margin: null }, { sales: 30, margin: 80 }, { sales: 90 }],
    fullModel(),
  )
  expect(medians).toMatchObject({ sales: 30, margin: 80, growth: null })
  const result = contributionsAgainst(medians, shown, fullModel())
  expect(result?.byCriterion.map(({ points }) => points)).toEqual([16.8, -1.6, 0, 0, 0, 0])
})

it('explains the least score, over all weights, while coverage is too low for a score', () => {
  const inputs = accountInputs({ payment: null, growth: null })
  const classification = classifyAccount(inputs, fullModel(), context)
  const { criteria, total } = explainScore(inputs, classification, fullModel(), asOf)
  expect(total).toBe(31)
  expect(criteria.map((criterion) => criterion.points)).toEqual([15, 10, null, null, null, 6])
  expect(contributionsAgainst(80, classification, fullModel())).toBeNull()
  expect(waysUp(10, classification, fullModel())).toEqual([])
})

it('adds points up to the displayed score and contributions to its displayed distance, to the digit', () => {
  const reference = fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.record({
      sales: fc.double({ min: 0, max: 100, noNaN: true }),
      margin: fc.double({ min: 0, max: 100, noNaN: true }),
      growth: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
  )
  fc.assert(
    fc.property(arbitraryInputs, reference, (inputs, compared) => {
      const model = fullModel()
      const classification = classifyAccount(inputs, model, context)
      const { criteria, total } = explainScore(inputs, classification, model, asOf)
      expect(hundredths(criteria.map((criterion) => criterion.points))).toBe(Math.round(total * 100))
      expect(total).toBeCloseTo(classification.score ?? classification.scoreMin, 2)
      const result = contributionsAgainst(compared, classification, model)
      expect(result === null).toBe(classification.score === null)
      if (!result) return
      const sum = hundredths(result.byCriterion.map(({ points }) => points))
      expect(sum + 0).toBe(Math.round(result.difference * 100) + 0)
      expect(sum).toBe(Math.round(total * 100) - Math.round(result.referenceScore * 100))
    }),
    { numRuns: 1000 },
  )
})

it('names inputs that really reach the next class, and none where full marks do not', () => {
  fc.assert(
    fc.property(arbitraryInputs, (inputs) => {
      const model = fullModel()
      const classification = classifyAccount(inputs, model, context)
      const next = nextClassOf(classification, inputs.abc, model)
      if (!next || next.missingPoints === 0) return
      for (const way of waysUp(next.missingPoints, classification, model)) {
        const criterion = model.criteria.find(({ key }) => key === way.key)
        const weights = model.criteria.filter(({ key }) => typeof classification.utilities[key] === 'number')
        const known = weights.reduce((sum, { weight }) => sum + weight, 0)
        const best = (classification.score ?? 0) + way.pointsAvailable
        if (way.inputNeeded === null) expect(best).toBeLessThan(next.threshold)
        else {
          const gained =
            utilityOf(way.inputNeeded, criterion?.anchors ?? []) - (classification.utilities[way.key] ?? 0)
          const reached = (classification.score ?? 0) + (gained * (criterion?.weight ?? 0)) / known
          expect(reached).toBeGreaterThanOrEqual(next.threshold - 1e-4)
        }
      }
    }),
    { numRuns: 500 },
  )
})
