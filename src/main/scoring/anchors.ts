import { type BuiltInCriterion, type CriterionKey, isFieldCriterion } from '#shared/domain/scoring-model.ts'
import { quantile, sortedAscending } from './quantile.ts'
import { isStrictlyAscending, roundSignificant, roundToStep, spreadApart } from './readable-number.ts'

/** Anchors for criteria whose figures do not spread enough to propose any. */
export const DEFAULT_ANCHORS: Record<BuiltInCriterion, readonly number[]> = {
  sales: [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000],
  margin: [-5, 10, 18, 25, 32, 40],
  collection: [80, 88, 93, 96, 98, 100],
  growth: [-20, -10, 0, 10, 20, 35],
  timeliness: [60, 75, 85, 90, 95, 100],
  influence: [0, 1, 2, 3, 4, 5],
  'credit-score': [40, 50, 60, 70, 80, 90],
  'share-of-wallet': [0, 10, 20, 30, 45, 60],
  'lifetime-value': [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000],
  'sales-quality': [40, 50, 60, 70, 80, 90],
}

/** Of a field whose values are not known yet. */
const FIELD_ANCHORS: readonly number[] = [0, 20, 40, 60, 80, 100]

export function defaultAnchors(key: CriterionKey): readonly number[] {
  return isFieldCriterion(key) ? FIELD_ANCHORS : DEFAULT_ANCHORS[key]
}

const PROBABILITIES = [0.1, 0.3, 0.5, 0.7, 0.9]

/** The 10th, 30th, 50th, 70th and 90th percentile; null without values. */
export function anchorPercentiles(values: readonly number[]): number[] | null {
  const ascending = sortedAscending(values.filter(Number.isFinite))
  return ascending.length === 0 ? null : PROBABILITIES.map((probability) => quantile(ascending, probability))
}

/**
 * Six strictly ascending, readable anchors from the firm's own figures. The five percentiles earn 0, 20,
 * 40, 60 and 80 points, so that 80 is the best tenth of today; full marks lie one step beyond it: as far
 * again as the 90th from the 70th percentile, by ratio for money, at most 100 for shares and points.
 * @param values money in currency units (zero and negative ones are left out), the others in their unit
 * @param key influence always has the rubric's anchors, which turn levels 1 to 5 into 20 to 100
 */
export function proposeAnchors(values: readonly number[], key: CriterionKey): number[] {
  if (key === 'influence') return [...DEFAULT_ANCHORS.influence]
  if (key === 'sales' || key === 'lifetime-value') {
    return proposeMoney(
      values.filter((value) => value > 0),
      key,
    )
  }
  if (isShare(key)) return proposeShare(values, key)
  return proposePercent(values, key)
}

const SHARES = ['collection', 'timeliness', 'credit-score', 'share-of-wallet', 'sales-quality'] as const
type Share = (typeof SHARES)[number]

function isShare(key: CriterionKey): key is Share {
  return SHARES.some((share) => share === key)
}

function proposeMoney(values: readonly number[], key: 'sales' | 'lifetime-value'): number[] {
  const percentiles = anchorPercentiles(values)
  if (!percentiles) return [...DEFAULT_ANCHORS[key]]
  const [p10 = 1, , p50 = 1, p70 = 1, p90 = 1] = percentiles
  if (p90 <= p10 * 1.05) return [0.2, 0.5, 1, 2, 5, 10].map((ratio) => roundSignificant(p50 * ratio, 2))
  const ratio = Math.min(Math.max(p90 / p70, 1.25), 4)
  const raw = [...percentiles, p90 * ratio]
  for (const digits of [2, 3]) {
    const rounded = raw.map((value) => roundSignificant(value, digits))
    if (isStrictlyAscending(rounded)) return rounded
  }
  const rounded = raw.map((value) => roundSignificant(value, 2))
  return spreadApart(rounded, roundSignificant((p90 - p10) / 20, 1), 'first')
}

function proposePercent(values: readonly number[], key: CriterionKey): number[] {
  const percentiles = anchorPercentiles(values)
  if (!percentiles) return [...defaultAnchors(key)]
  const [p10 = 0, , p50 = 0, p70 = 0, p90 = 0] = percentiles
  if (p90 - p10 < 1) return [-20, -10, 0, 10, 20, 30].map((step) => roundPercent(p50, 1) + step)
  const raw = [...percentiles, p90 + Math.max(p90 - p70, 1)]
  for (const step of [1, 0.5]) {
    const rounded = raw.map((value) => roundPercent(value, step))
    if (isStrictlyAscending(rounded)) return rounded
  }
  const rounded = raw.map((value) => roundPercent(value, 1))
  return spreadApart(rounded, Math.max(roundSignificant((p90 - p10) / 20, 1), 0.1), 'first')
}

function proposeShare(values: readonly number[], key: Share): number[] {
  const percentiles = anchorPercentiles(values.map((value) => Math.min(value, 100)))
  if (!percentiles) return [...DEFAULT_ANCHORS[key]]
  const [p10 = 0, , , , p90 = 0] = percentiles
  if (p90 - p10 < 1) return [...DEFAULT_ANCHORS[key]]
  const rounded = [...percentiles.map((value) => roundToStep(value, 1)), 100]
  return spreadApart(rounded, 1, 'last')
}

/** Whole steps up to 100 %, two digits beyond: 237 % is as good as 240 %. */
function roundPercent(value: number, step: number): number {
  return Math.abs(value) < 100 ? roundToStep(value, step) : roundSignificant(value, 2)
}
