import {
  CRITERIA,
  type Criterion,
  type CriterionKey,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'

export interface CriterionDifference {
  key: CriterionKey
  /** Null where it carries no weight. */
  present: Criterion | null
  proposed: Criterion | null
  isWeightChanged: boolean
  /** One per anchor; all true where only one side has the criterion. */
  changedAnchors: readonly boolean[]
}

export type ThresholdName = keyof ScoringModel['thresholds']

export const THRESHOLDS = [
  'diamondScore',
  'goldScore',
  'strategicInfluence',
  'potentialGrowth',
  'keyOpportunityScore',
] as const satisfies readonly ThresholdName[]

const ANCHOR_COUNT = 6

/** Parts that a proposal takes over from the model in force. */
const TAKEN_OVER = ['problemRules', 'ruleLimits', 'classes', 'hysteresis', 'publicationPeriod'] as const

/** Criteria of either model side by side, in their usual order. */
export function criterionDifferences(present: ScoringModel, proposed: ScoringModel): CriterionDifference[] {
  const keys = new Set<CriterionKey>([
    ...CRITERIA,
    ...present.criteria.map(({ key }) => key),
    ...proposed.criteria.map(({ key }) => key),
  ])
  return [...keys].flatMap((key) => {
    const before = present.criteria.find((criterion) => criterion.key === key) ?? null
    const after = proposed.criteria.find((criterion) => criterion.key === key) ?? null
    if (!before && !after) return []
    return [
      {
        key,
        present: before,
        proposed: after,
        isWeightChanged: before?.weight !== after?.weight,
        changedAnchors: Array.from(
          { length: ANCHOR_COUNT },
          (_, index) => before?.anchors[index] !== after?.anchors[index],
        ),
      },
    ]
  })
}

export function thresholdDifferences(
  present: ScoringModel,
  proposed: ScoringModel,
): { name: ThresholdName; present: number; proposed: number }[] {
  return THRESHOLDS.flatMap((name) => {
    const before = present.thresholds[name]
    const after = proposed.thresholds[name]
    return before === after ? [] : [{ name, present: before, proposed: after }]
  })
}

export interface DifferenceCounts {
  weights: number
  anchors: number
  thresholds: number
  /** Criteria that begin or cease to count. */
  criteria: number
}

export function countDifferences(present: ScoringModel, proposed: ScoringModel): DifferenceCounts {
  const differences = criterionDifferences(present, proposed)
  const shared = differences.filter((difference) => difference.present && difference.proposed)
  return {
    weights: shared.filter(({ isWeightChanged }) => isWeightChanged).length,
    anchors: shared.reduce((sum, { changedAnchors }) => sum + changedAnchors.filter(Boolean).length, 0),
    thresholds: thresholdDifferences(present, proposed).length,
    criteria: differences.length - shared.length,
  }
}

const OTHER_PARTS = [
  ...TAKEN_OVER,
  'windowMonths',
  'currency',
  'problemMinimumOrders',
  'minimumCoverage',
  'strategicBeforeGold',
  'rfm',
] as const

/** How many parts differ besides criteria and thresholds. */
export function countOtherParts(present: ScoringModel, proposed: ScoringModel): number {
  return OTHER_PARTS.filter((part) => JSON.stringify(present[part]) !== JSON.stringify(proposed[part])).length
}

/** Whether adopting the proposal would change any class. */
export function isSameModel(present: ScoringModel, proposed: ScoringModel): boolean {
  const { weights, anchors, thresholds, criteria } = countDifferences(present, proposed)
  return (
    weights + anchors + thresholds + criteria === 0 &&
    present.windowMonths === proposed.windowMonths &&
    present.currency === proposed.currency &&
    present.problemMinimumOrders === proposed.problemMinimumOrders &&
    present.minimumCoverage === proposed.minimumCoverage &&
    present.strategicBeforeGold === proposed.strategicBeforeGold &&
    TAKEN_OVER.every((part) => JSON.stringify(present[part]) === JSON.stringify(proposed[part]))
  )
}
