import { z } from 'zod'
import { day } from './calendar.ts'
import { fieldKey } from './custom-field.ts'
import { currencyCode } from './money.ts'
import { rfmMethod } from './rfm.ts'
import { VALUE_CLASSES, type ValueClass } from './value-class.ts'

/** The firm's own six criteria, in the order they are shown. */
export const CRITERIA = ['sales', 'margin', 'collection', 'growth', 'timeliness', 'influence'] as const
export type MainCriterion = (typeof CRITERIA)[number]

/**
 * Results of other models that may count as criteria too. Lifetime value takes retention, and a margin nobody
 * knows, from the other accounts: under a model that counts it newcomers can move the others.
 */
export const OUTPUT_CRITERIA = ['credit-score', 'share-of-wallet', 'lifetime-value', 'sales-quality'] as const
export const builtInCriterion = z.enum([...CRITERIA, ...OUTPUT_CRITERIA])
export type BuiltInCriterion = z.infer<typeof builtInCriterion>

/** A number or money field of the firm's own, by its id. */
export const fieldCriterion = fieldKey
export type FieldCriterion = z.infer<typeof fieldCriterion>

export const criterionKey = z.union([builtInCriterion, fieldCriterion])
export type CriterionKey = z.infer<typeof criterionKey>

/** Null for a text that names no criterion. */
export function toCriterionKey(text: string): CriterionKey | null {
  return criterionKey.safeParse(text).data ?? null
}

export function isFieldCriterion(key: CriterionKey): key is FieldCriterion {
  return key.startsWith('field:')
}

/** Units of a criterion's input: money in currency units, percent, a level 1 to 5, points 0 to 100, or a plain number. */
export const CRITERION_UNITS = ['money', 'percent', 'level', 'points', 'number'] as const
export const criterionUnit = z.enum(CRITERION_UNITS)
export type CriterionUnit = z.infer<typeof criterionUnit>

export const UNIT_BY_CRITERION: Record<BuiltInCriterion, CriterionUnit> = {
  sales: 'money',
  margin: 'percent',
  collection: 'percent',
  growth: 'percent',
  timeliness: 'percent',
  influence: 'level',
  'credit-score': 'points',
  'share-of-wallet': 'percent',
  'lifetime-value': 'money',
  'sales-quality': 'points',
}

/** Far beyond any figure, and small enough that differences of two stay finite. */
const LARGEST_INPUT = 1e15
export const criterionFigure = z.number().min(-LARGEST_INPUT).max(LARGEST_INPUT)

export const criterion = z.strictObject({
  key: criterionKey,
  /** Percent; active weights add up to 100. */
  weight: z.number().min(0).max(100),
  /** Six ascending inputs that earn 0, 20, 40, 60, 80 and 100 points. */
  anchors: z.array(criterionFigure).length(6),
})
export type Criterion = z.infer<typeof criterion>

/** Hard rules that make a Problem account, tested before any score. */
export const PROBLEM_RULES = [
  'negative-margin',
  'low-collection',
  'late-payment',
  'overdue-share',
  'credit-grade',
  'litigation',
] as const
export const problemRule = z.enum(PROBLEM_RULES)
export type ProblemRule = z.infer<typeof problemRule>

/** Limits of the hard rules, in the units of the facts they are compared with. */
export const ruleLimits = z.strictObject({
  minimumMarginPercent: z.number().min(-1000).max(100),
  minimumCollectionPercent: z.number().min(0).max(100),
  maximumDaysBeyondTerms: z.number().min(0).max(3650),
  maximumOverdueSharePercent: z.number().min(0).max(100),
  /** Below this share of a top-third wallet an account is Potential. */
  openWalletPercent: z.number().min(0).max(100),
})
export type RuleLimits = z.infer<typeof ruleLimits>

export const DEFAULT_RULE_LIMITS: RuleLimits = {
  minimumMarginPercent: 0,
  minimumCollectionPercent: 80,
  maximumDaysBeyondTerms: 60,
  maximumOverdueSharePercent: 20,
  openWalletPercent: 30,
}

/** How a published class follows the calculated one; see main/scoring/hysteresis.ts. */
export const hysteresis = z.strictObject({
  enabled: z.boolean(),
  /** A score has to pass a threshold by more than this to change the class at once. */
  points: z.number().min(0).max(50),
  /** Or it has to stay across for this many calculations in a row. */
  periods: z.int().min(1).max(24),
})
export type Hysteresis = z.infer<typeof hysteresis>

const fourLimits = z.array(criterionFigure).length(4)

/** Four ascending limits part five RFM scores: days, distinct orders, currency units. */
export const rfmBands = z.strictObject({
  recencyDays: fourLimits,
  orderCount: fourLimits,
  netSales: fourLimits,
})
export type RfmBands = z.infer<typeof rfmBands>

/** A null method follows the workspace's setting; null bands are proposed from the portfolio each time. */
export const rfmSettings = z.strictObject({ method: rfmMethod.nullable(), bands: rfmBands.nullable() })
export type RfmSettings = z.infer<typeof rfmSettings>

const ownText = (length: number) => z.string().trim().min(1).max(length)

/** A class as the firm uses it: own name and letter, or null for Mainstay's. */
export const classSetting = z.strictObject({
  /** An account that would have an unused class goes on to the next rule. */
  isUsed: z.boolean(),
  name: ownText(40).nullable(),
  letter: ownText(3).nullable(),
})
export type ClassSetting = z.infer<typeof classSetting>

export const rankedClass = z.enum(VALUE_CLASSES)
export type RankedClass = z.infer<typeof rankedClass>

const AS_IT_IS: ClassSetting = { isUsed: true, name: null, letter: null }

export const DEFAULT_CLASSES: Record<RankedClass, ClassSetting> = {
  diamond: AS_IT_IS,
  gold: AS_IT_IS,
  strategic: AS_IT_IS,
  potential: AS_IT_IS,
  general: AS_IT_IS,
  problem: AS_IT_IS,
}

export const classSettings = z.strictObject({
  diamond: classSetting,
  gold: classSetting,
  strategic: classSetting,
  potential: classSetting,
  /** Always used: it takes what no rule takes. */
  general: classSetting,
  problem: classSetting,
})
export type ClassSettings = z.infer<typeof classSettings>

/** Cell (i, j) says how many times as important i is as j; null where nobody compared the two. */
export const comparisonMatrix = z.array(z.array(z.number().positive().max(1000).nullable()).max(15)).max(15)

/** Where the weights come from: 100 points split by hand, or pairwise comparisons of the criteria. */
export const weighting = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('points') }),
  z.strictObject({
    method: z.literal('ahp'),
    /** Criteria in the order of the matrix. */
    keys: z.array(criterionKey).min(1).max(15),
    matrix: comparisonMatrix,
    /** Null above ten criteria, for which no limit is published. */
    consistencyRatio: z.number().nullable(),
    /** Why judgements that contradict each other (ratio above .10) stand all the same. */
    reason: z.string().trim().max(1000).nullable(),
  }),
])
export type Weighting = z.infer<typeof weighting>

/** Classes are announced at the end of every such period. */
export const PUBLICATION_PERIODS = ['quarter', 'half-year', 'year'] as const
export const publicationPeriod = z.enum(PUBLICATION_PERIODS)
export type PublicationPeriod = z.infer<typeof publicationPeriod>

/** Format of a stored or exported model; a higher one is refused. Version 1 had no number and no part with a default. */
export const MODEL_FORMAT = 2

/** What a model holds where it says nothing else, and what every model of version 1 held. */
export const MODEL_DEFAULTS: {
  formatVersion: typeof MODEL_FORMAT
  note: string
  weighting: Weighting
  problemRules: ProblemRule[]
  ruleLimits: RuleLimits
  classes: ClassSettings
  hysteresis: Hysteresis
  publicationPeriod: PublicationPeriod
  rfm: RfmSettings
} = {
  formatVersion: MODEL_FORMAT,
  note: '',
  weighting: { method: 'points' },
  problemRules: [...PROBLEM_RULES],
  ruleLimits: DEFAULT_RULE_LIMITS,
  classes: DEFAULT_CLASSES,
  hysteresis: { enabled: true, points: 3, periods: 2 },
  publicationPeriod: 'quarter',
  rfm: { method: null, bands: null },
}

export const scoringModel = z.strictObject({
  formatVersion: z.literal(MODEL_FORMAT).default(MODEL_DEFAULTS.formatVersion),
  version: z.int().positive(),
  name: z.string().trim().min(1).max(120),
  /** Why this version exists, in the words of who made it. */
  note: z.string().trim().max(2000).default(MODEL_DEFAULTS.note),
  effectiveOn: day,
  currency: currencyCode,
  windowMonths: z.int().min(1).max(60),
  criteria: z.array(criterion).max(15),
  /** Criteria without data when the model was adopted; they carry no weight until a later version. */
  inactive: z.array(criterionKey).max(100),
  weighting: weighting.default(MODEL_DEFAULTS.weighting),
  thresholds: z.strictObject({
    diamondScore: z.number(),
    goldScore: z.number(),
    strategicInfluence: z.number(),
    potentialGrowth: z.number(),
    keyOpportunityScore: z.number(),
  }),
  /** The hard rules that are on. */
  problemRules: z.array(problemRule).max(PROBLEM_RULES.length).default(MODEL_DEFAULTS.problemRules),
  ruleLimits: ruleLimits.default(MODEL_DEFAULTS.ruleLimits),
  /** Problem rules need at least this many orders in the window. */
  problemMinimumOrders: z.int().min(0),
  /** Share of weight that must be known for a score, 0 to 1. */
  minimumCoverage: z.number().min(0).max(1),
  strategicBeforeGold: z.boolean(),
  classes: classSettings.default(MODEL_DEFAULTS.classes),
  hysteresis: hysteresis.default(MODEL_DEFAULTS.hysteresis),
  publicationPeriod: publicationPeriod.default(MODEL_DEFAULTS.publicationPeriod),
  rfm: rfmSettings.default(MODEL_DEFAULTS.rfm),
})
export type ScoringModel = z.infer<typeof scoringModel>

/** What a version holds before it has a number. */
export const modelDraft = scoringModel.omit({ version: true })
export type ModelDraft = z.infer<typeof modelDraft>

/** The score from which on an account is of a class; null where none parts it from the others. */
export function classThreshold(
  valueClass: ValueClass,
  thresholds: ScoringModel['thresholds'],
): number | null {
  switch (valueClass) {
    case 'diamond':
      return thresholds.diamondScore
    case 'gold':
      return thresholds.goldScore
    case 'key-opportunity':
      return thresholds.keyOpportunityScore
    default:
      return null
  }
}

/** Everything that can be wrong with a model whose shape is right; each has a text among the errors. */
export const MODEL_PROBLEMS = [
  'model-empty',
  'model-weights',
  'model-criterion-twice',
  'model-anchors',
  'model-field-missing',
  'model-thresholds',
  'model-classes',
  'model-rfm-bands',
  'model-currency',
  'model-comparison',
  'model-inconsistent',
] as const
export const modelProblemCode = z.enum(MODEL_PROBLEMS)
export type ModelProblemCode = z.infer<typeof modelProblemCode>
