import type { Criterion, CriterionKey, ModelDraft } from '#shared/domain/scoring-model.ts'
import { anchorPosition } from '../anchor-scale.ts'
import { reweigh } from '../desk/reweigh.ts'

const BINS = 20

/** Weights that were compared in pairs no longer follow from the comparison once the criteria change. */
const BY_POINTS = { method: 'points' } as const

/** A criterion more, without weight until it is given one. */
export function addCriterion(
  { criteria, inactive }: ModelDraft,
  criterion: Omit<Criterion, 'weight'>,
): Partial<ModelDraft> {
  const isFirst = criteria.length === 0
  return {
    criteria: [...criteria, { ...criterion, weight: isFirst ? 100 : 0 }],
    inactive: inactive.filter((key) => key !== criterion.key),
    weighting: BY_POINTS,
  }
}

/** A criterion less; the others share out its weight in proportion. */
export function removeCriterion({ criteria }: ModelDraft, key: CriterionKey): Partial<ModelDraft> {
  const freed = reweigh(criteria, key, 0, 'proportional')
  const hadWeight = criteria.some((criterion) => criterion.key === key && criterion.weight > 0)
  return {
    criteria: (hadWeight ? freed : criteria).filter((criterion) => criterion.key !== key),
    weighting: BY_POINTS,
  }
}

/** A criterion with other anchors or another weight; a weight set by hand ends the comparison in pairs. */
export function reviseCriterion(
  { criteria, weighting }: ModelDraft,
  key: CriterionKey,
  change: Partial<Omit<Criterion, 'key'>>,
): Partial<ModelDraft> {
  return {
    criteria: criteria.map((criterion) => (criterion.key === key ? { ...criterion, ...change } : criterion)),
    weighting: change.weight === undefined ? weighting : BY_POINTS,
  }
}

/** Inputs counted in 20 equal bins between the first and the last anchor, those beyond in the end bins. */
export function histogramOf(sample: readonly number[], anchors: readonly number[]): number[] {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const value of sample) {
    const bin = Math.min(BINS - 1, Math.floor(anchorPosition(value, anchors) * BINS))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}
