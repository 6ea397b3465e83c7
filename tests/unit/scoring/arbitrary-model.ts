import fc from 'fast-check'
import {
  builtInCriterion,
  type Criterion,
  type CriterionKey,
  MODEL_DEFAULTS,
  PROBLEM_RULES,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'
import { roundToDecimals } from '../../../src/main/scoring/readable-number.ts'
import { asOf } from './scoring-builders.ts'

export const FIELD = 'field:6c1d9f3e-6f0a-4c35-9f9d-7b8c3f1d2a10'

const KEYS: readonly CriterionKey[] = [...builtInCriterion.options, FIELD]

const anchors = fc
  .tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 5 }),
  )
  .map(([first, steps]) => {
    let reached = first
    return [first, ...steps.map((step) => (reached += step))]
  })

const criteria = fc
  .uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 8 })
  .chain((keys) =>
    fc.tuple(
      fc.constant(keys),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: keys.length, maxLength: keys.length }),
      fc.array(anchors, { minLength: keys.length, maxLength: keys.length }),
    ),
  )
  .map(([keys, parts, lists]): Criterion[] => {
    const sum = parts.reduce((total, part) => total + part, 0)
    return keys.map((key, i) => ({
      key,
      weight: roundToDecimals(((parts[i] ?? 0) / sum) * 100, 3),
      anchors: lists[i] ?? [],
    }))
  })

const points = fc.integer({ min: 0, max: 100 })

/** Any model whose shape is right, sound or not: also one whose weights miss 100 or whose thresholds cross. */
export const arbitraryModel: fc.Arbitrary<ScoringModel> = fc
  .record({
    criteria: fc.oneof(
      { weight: 20, arbitrary: criteria },
      { weight: 1, arbitrary: fc.constant<Criterion[]>([]) },
    ),
    diamondScore: points,
    goldScore: points,
    strategicInfluence: points,
    potentialGrowth: points,
    keyOpportunityScore: points,
    problemRules: fc.subarray([...PROBLEM_RULES]),
    problemMinimumOrders: fc.integer({ min: 0, max: 10 }),
    minimumCoverage: fc.double({ min: 0, max: 1, noNaN: true }),
    strategicBeforeGold: fc.boolean(),
    used: fc.record({
      diamond: fc.boolean(),
      gold: fc.boolean(),
      strategic: fc.boolean(),
      potential: fc.boolean(),
      problem: fc.boolean(),
    }),
  })
  .map(({ criteria: list, used, ...rest }): ScoringModel => {
    const setting = (isUsed: boolean) => ({ isUsed, name: null, letter: null })
    return {
      ...MODEL_DEFAULTS,
      version: 1,
      name: 'Any',
      effectiveOn: asOf,
      currency: 'CNY',
      windowMonths: 12,
      criteria: list,
      inactive: [],
      thresholds: {
        diamondScore: rest.diamondScore,
        goldScore: rest.goldScore,
        strategicInfluence: rest.strategicInfluence,
        potentialGrowth: rest.potentialGrowth,
        keyOpportunityScore: rest.keyOpportunityScore,
      },
      problemRules: rest.problemRules,
      problemMinimumOrders: rest.problemMinimumOrders,
      minimumCoverage: rest.minimumCoverage,
      strategicBeforeGold: rest.strategicBeforeGold,
      classes: {
        diamond: setting(used.diamond),
        gold: setting(used.gold),
        strategic: setting(used.strategic),
        potential: setting(used.potential),
        general: setting(true),
        problem: setting(used.problem),
      },
    }
  })
