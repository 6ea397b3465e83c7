import type { Rfm, RfmSegment } from '#shared/domain/rfm.ts'
import {
  type AbcClass,
  OPPORTUNITY_CLASSES,
  PYRAMID_LEVELS,
  type PyramidLevel,
  VALUE_CLASSES,
  type ValueClass,
} from '#shared/domain/value-class.ts'
import type { AccountStandingTable } from '../../database/schema.ts'
import type { DecidedBy } from '../../scoring/class-rules.ts'

/** One account's standing at an as-of date, amounts in the workspace's currency. */
export interface Standing {
  accountKey: number
  /** The class of an override in force, else the computed one. */
  valueClass: ValueClass | null
  computedValueClass: ValueClass | null
  isOverridden: boolean
  previousValueClass: ValueClass | null
  decidedBy: DecidedBy
  isProvisional: boolean
  isNew: boolean
  /** 0 to 100. */
  score: number | null
  /** 0 to 1. */
  coverage: number
  abc: AbcClass | null
  pyramid: PyramidLevel | null
  rfm: Rfm | null
  rfmSegment: RfmSegment | null
  recencyDays: number | null
  orderCount: number
  gross: number
  returns: number
  net: number
  priorNet: number
  growthPercent: number | null
  marginPercent: number | null
  /** Net sales of twelve calendar months, oldest first. */
  monthlyNet: readonly number[]
}

const RANKED_CLASSES: readonly ValueClass[] = [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES]
const RANK_BY_CLASS = new Map(RANKED_CLASSES.map((valueClass, index) => [valueClass, index + 1]))
const RANK_BY_LEVEL = new Map(PYRAMID_LEVELS.map((level, index) => [level, index + 1]))

/** Rank of the last of the six classes; opportunities rank behind it. */
export const LAST_CLASS_RANK = VALUE_CLASSES.length

/** 1 is the best; null without a class. */
export function classRank(valueClass: ValueClass | null): number | null {
  return valueClass && (RANK_BY_CLASS.get(valueClass) ?? null)
}

export function standingToRow(standing: Standing): AccountStandingTable {
  const { rfm } = standing
  return {
    account_key: standing.accountKey,
    value_class: standing.valueClass,
    value_class_rank: classRank(standing.valueClass),
    previous_value_class: standing.previousValueClass,
    previous_value_class_rank: classRank(standing.previousValueClass),
    decided_by: standing.decidedBy,
    is_provisional: standing.isProvisional ? 1 : 0,
    is_new: standing.isNew ? 1 : 0,
    score: standing.score,
    coverage: standing.coverage,
    abc: standing.abc,
    pyramid: standing.pyramid,
    pyramid_rank: standing.pyramid && (RANK_BY_LEVEL.get(standing.pyramid) ?? null),
    rfm_recency: rfm?.recency ?? null,
    rfm_frequency: rfm?.frequency ?? null,
    rfm_monetary: rfm?.monetary ?? null,
    rfm_segment: standing.rfmSegment,
    recency_days: standing.recencyDays,
    order_count: standing.orderCount,
    gross: standing.gross,
    returns: standing.returns,
    net: standing.net,
    prior_net: standing.priorNet,
    growth: standing.growthPercent,
    margin: standing.marginPercent,
    monthly: JSON.stringify(standing.monthlyNet),
    computed_value_class: standing.computedValueClass,
    is_overridden: standing.isOverridden ? 1 : 0,
  }
}
