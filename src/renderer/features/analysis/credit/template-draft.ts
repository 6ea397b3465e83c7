import type { CreditTemplate } from '#shared/domain/credit.ts'

/** Cells of the template as typed, by their place: `weight.on-time-rate`, `band.on-time-rate.0.3`. */
export type TemplateDraft = Readonly<Record<string, string>>

const NUMBER = /^-?\d+(\.\d+)?$/

export function draftOf(template: CreditTemplate): Record<string, string> {
  const draft: Record<string, string> = { overdue: String(template.maximumOverdueSharePercent) }
  for (const { key, weight, bands } of template.indicators) {
    draft[`weight.${key}`] = String(weight)
    for (const [side, { standards, floor }] of bands.entries()) {
      for (const [index, standard] of standards.entries())
        draft[`band.${key}.${side}.${index}`] = String(standard)
      draft[`band.${key}.${side}.floor`] = String(floor)
    }
  }
  for (const { grade, minimumPoints, limitMonths, termsDays } of template.grades) {
    draft[`grade.${grade}.minimumPoints`] = String(minimumPoints)
    draft[`grade.${grade}.limitMonths`] = String(limitMonths)
    draft[`grade.${grade}.termsDays`] = String(termsDays)
  }
  return draft
}

/** A cell's number; null where it is none. */
export function cellNumber(draft: TemplateDraft, cell: string): number | null {
  const text = (draft[cell] ?? '').trim().replace('−', '-')
  return NUMBER.test(text) ? Number(text) : null
}

/** Sum of the weights that are numbers. */
export function weightSum(template: CreditTemplate, draft: TemplateDraft): number {
  const sum = template.indicators.reduce(
    (total, { key }) => total + (cellNumber(draft, `weight.${key}`) ?? 0),
    0,
  )
  return Math.round(sum * 1000) / 1000
}

/** The template as typed, without its version; null where a cell is no number. */
export function draftToTemplate(
  template: CreditTemplate,
  draft: TemplateDraft,
): Omit<CreditTemplate, 'version'> | null {
  let isWhole = true
  const read = (cell: string): number => {
    const value = cellNumber(draft, cell)
    if (value === null) isWhole = false
    return value ?? 0
  }
  const next = {
    indicators: template.indicators.map(({ key, bands }) => ({
      key,
      weight: read(`weight.${key}`),
      bands: bands.map(({ standards }, side) => ({
        standards: standards.map((_, index) => read(`band.${key}.${side}.${index}`)),
        floor: read(`band.${key}.${side}.floor`),
      })),
    })),
    grades: template.grades.map(({ grade }) => ({
      grade,
      minimumPoints: read(`grade.${grade}.minimumPoints`),
      limitMonths: read(`grade.${grade}.limitMonths`),
      termsDays: Math.round(read(`grade.${grade}.termsDays`)),
    })),
    maximumOverdueSharePercent: read('overdue'),
  }
  return isWhole ? next : null
}
