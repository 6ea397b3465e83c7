import { CRITERIA, type Criterion, OUTPUT_CRITERIA } from '../../../../src/shared/domain/scoring-model.ts'

export const BUILT_IN = [...CRITERIA, ...OUTPUT_CRITERIA]

/** Criteria in their usual order with these weights, in tenths of a percent. */
export function criteriaOf(tenths: readonly number[]): Criterion[] {
  return BUILT_IN.slice(0, tenths.length).map((key, index) => ({
    key,
    weight: (tenths[index] ?? 0) / 10,
    anchors: [0, 1, 2, 3, 4, 5 + index],
  }))
}

export const tenthsOf = ({ weight }: Criterion) => Math.round(weight * 10)
