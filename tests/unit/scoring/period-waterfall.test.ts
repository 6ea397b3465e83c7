import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '#shared/domain/calendar.ts'
import { CRITERIA, type MainCriterion, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { classificationContext } from '../../../src/main/scoring/account-inputs.ts'
import { periodWaterfall, type ScoredPeriod } from '../../../src/main/scoring/period-waterfall.ts'
import { inputForUtility } from '../../../src/main/scoring/utility.ts'
import { classifyAccount } from '../../../src/main/scoring/value-classification.ts'
import { accountInputs, arbitraryInputs, asOf, fullModel } from './scoring-builders.ts'

const before = addMonths(asOf, -3)
const model = fullModel()
const hundredths = (value: number) => Math.round(value * 100)

const inputOf = (key: MainCriterion, utility: number) =>
  inputForUtility(utility, model.criteria.find((criterion) => criterion.key === key)?.anchors ?? []) ?? 0

/** Inputs that have exactly these utilities under the full model. */
function inputsWith(utilities: Record<Exclude<MainCriterion, 'influence'>, number>) {
  return accountInputs({
    sales: inputOf('sales', utilities.sales),
    marginPercent: inputOf('margin', utilities.margin),
    growth: { kind: 'percent', percent: inputOf('growth', utilities.growth), symmetric: 0 },
    payment: {
      invoiceCount: 12,
      collectionPercent: inputOf('collection', utilities.collection),
      timelinessPercent: inputOf('timeliness', utilities.timeliness),
      daysBeyondTerms: 5,
      overdueSharePercent: 1,
    },
  })
}

describe('the account on the glass-box screen', () => {
  it('lost 7.55 points in a quarter: 5.55 by growth, 1.20 by timeliness, 0.80 by margin', () => {
    const steady = { sales: 86, collection: 90 }
    const found = periodWaterfall(
      { inputs: inputsWith({ ...steady, margin: 76, growth: 78, timeliness: 90 }), model, asOf: before },
      { inputs: inputsWith({ ...steady, margin: 72, growth: 41, timeliness: 78 }), model, asOf },
    )
    expect(found).toMatchObject({ before: 81.2, now: 73.65 })
    const data = found?.steps.filter(({ kind }) => kind === 'data').map(({ key, points }) => [key, points])
    expect(data).toEqual([
      ['sales', 0],
      ['margin', -0.8],
      ['collection', 0],
      ['growth', -5.55],
      ['timeliness', -1.2],
      ['influence', 0],
    ])
    expect(found?.steps.filter(({ kind }) => kind !== 'data').every(({ points }) => points === 0)).toBe(true)
  })
})

const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 }).map((parts) => {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (100 * part) / total)
})
const arbitraryModel: fc.Arbitrary<ScoringModel> = fc
  .tuple(
    weights,
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 6 }),
    fc.subarray([...CRITERIA], { minLength: 1 }),
  )
  .map(([parts, shifts, kept]) =>
    fullModel({
      criteria: model.criteria
        .map((criterion, i) => ({
          ...criterion,
          weight: parts[i] ?? 0,
          anchors: criterion.anchors.map((anchor) => anchor * (1 + (shifts[i] ?? 0) / 100)),
        }))
        .filter(({ key }) => kept.some((one) => one === key)),
      minimumCoverage: 0.5,
    }),
  )
const period = (day: string): fc.Arbitrary<ScoredPeriod> =>
  fc.record({ inputs: arbitraryInputs, model: arbitraryModel, asOf: fc.constant(day) })

describe('the steps between two periods', () => {
  it('add up to the difference of the two displayed scores exactly, whatever changed', () => {
    let compared = 0
    fc.assert(
      fc.property(period(before), period(asOf), (earlier, later) => {
        const found = periodWaterfall(earlier, later)
        const scoreOf = ({ inputs, model: used, asOf: day }: ScoredPeriod) =>
          classifyAccount(inputs, used, classificationContext(day, '2020-01-01')).score
        const scores = [scoreOf(earlier), scoreOf(later)]
        expect(found === null).toBe(scores.includes(null))
        if (!found) return
        compared += 1
        expect(found.before).toBeCloseTo(scores[0] ?? Number.NaN, 1)
        expect(found.now).toBeCloseTo(scores[1] ?? Number.NaN, 1)
        const sum = found.steps.reduce((total, { points }) => total + hundredths(points), 0)
        expect(sum).toBe(hundredths(found.now) - hundredths(found.before))
        for (const { points } of found.steps) expect(Number.isFinite(points)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it('blame new figures alone under one model where the same criteria are known', () => {
    fc.assert(
      fc.property(
        arbitraryInputs,
        arbitraryModel,
        fc.double({ min: 0, max: 4e7, noNaN: true }),
        (inputs, used, sales) => {
          const known = { ...inputs, sales: 1_000_000, influence: null }
          const found = periodWaterfall(
            { inputs: known, model: used, asOf: before },
            { inputs: { ...known, sales }, model: used, asOf },
          )
          for (const { kind, key, points } of found?.steps ?? []) {
            if (kind !== 'data' || key !== 'sales') expect(points).toBe(0)
          }
        },
      ),
    )
  })

  it('blame the anchors alone where only they moved, and the weights alone where only these did', () => {
    const inputs = accountInputs()
    const kinds = (later: ScoringModel) =>
      periodWaterfall({ inputs, model, asOf }, { inputs, model: later, asOf })
        ?.steps.filter(({ points }) => points !== 0)
        .map(({ kind }) => kind)
    const harder = fullModel({
      criteria: model.criteria.map((criterion) =>
        criterion.key === 'sales'
          ? { ...criterion, anchors: criterion.anchors.map((anchor) => anchor * 2) }
          : criterion,
      ),
    })
    const heavier = fullModel({
      criteria: model.criteria.map((criterion) => ({
        ...criterion,
        weight: criterion.key === 'influence' ? 40 : (criterion.weight * 60) / 90,
      })),
    })
    expect(kinds(harder)).toEqual(['anchors'])
    expect(kinds(heavier)).toEqual(['weights'])
    expect(kinds(model)).toEqual([])
  })

  it('tell what became known apart from new figures', () => {
    const inputs = accountInputs({ payment: null })
    const better = accountInputs({
      payment: {
        invoiceCount: 12,
        collectionPercent: 100,
        timelinessPercent: 100,
        daysBeyondTerms: 0,
        overdueSharePercent: 0,
      },
    })
    const steps = periodWaterfall({ inputs, model, asOf: before }, { inputs: better, model, asOf })?.steps
    expect(steps?.filter(({ points }) => points !== 0).map(({ kind }) => kind)).toEqual(['knowledge'])
  })

  it('are not told without a score on either day, nor of who never traded', () => {
    const known = { inputs: accountInputs(), model, asOf }
    const unknown = {
      ...known,
      inputs: accountInputs({
        sales: null,
        marginPercent: null,
        growth: null,
        payment: null,
        influence: null,
      }),
    }
    expect(periodWaterfall(unknown, known)).toBeNull()
    expect(periodWaterfall(known, unknown)).toBeNull()
    expect(periodWaterfall(known, { ...known, inputs: accountInputs({ hasTradedEver: false }) })).toBeNull()
  })
})
