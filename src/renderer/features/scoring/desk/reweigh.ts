import type { Criterion, CriterionKey } from '#shared/domain/scoring-model.ts'

/** What happens to the other weights when one moves: they stay, or share out the rest in proportion. */
export const OTHERS = ['fixed', 'proportional'] as const
export type Others = (typeof OTHERS)[number]

const TENTHS = 10
const WHOLE = 100 * TENTHS

/**
 * Criteria with one weight changed, in percent to one decimal. In proportion all weights add up to exactly 100;
 * where the others weigh nothing they share the rest equally.
 */
export function reweigh(
  criteria: readonly Criterion[],
  key: CriterionKey,
  weight: number,
  others: Others,
): Criterion[] {
  const tenths = Math.min(WHOLE, Math.max(0, Math.round(weight * TENTHS)))
  const changed = criteria.map((criterion) =>
    criterion.key === key ? { ...criterion, weight: tenths / TENTHS } : criterion,
  )
  const rest = changed.filter((criterion) => criterion.key !== key)
  if (others === 'fixed' || rest.length === 0) return changed
  const left = WHOLE - tenths
  const total = rest.reduce((sum, criterion) => sum + criterion.weight, 0)
  const shares = rest.map((criterion) => (total > 0 ? criterion.weight / total : 1 / rest.length) * left)
  const given = shares.map(Math.floor)
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  const missing = left - given.reduce((sum, share) => sum + share, 0)
  for (const { index } of byRemainder.slice(0, missing)) given[index] = (given[index] ?? 0) + 1
  const weightByKey = new Map(
    rest.map((criterion, index): [CriterionKey, number] => [criterion.key, (given[index] ?? 0) / TENTHS]),
  )
  return changed.map((criterion) => ({
    ...criterion,
    weight: weightByKey.get(criterion.key) ?? criterion.weight,
  }))
}

/** Sum of the weights, free of binary residue. */
export function weightSum(criteria: readonly Criterion[]): number {
  return Math.round(criteria.reduce((sum, { weight }) => sum + weight, 0) * TENTHS) / TENTHS
}
