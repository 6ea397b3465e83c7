import {
  CREDIT_GRADES,
  CREDIT_INDICATORS,
  type CreditBand,
  type CreditIndicatorKey,
  type CreditTemplate,
  type CreditTemplateIndicator,
} from '#shared/domain/credit.ts'
import { type IndicatorScale, scaleFault } from './credit-indicator.ts'
import { roundToDecimals } from './readable-number.ts'

const band = (standards: readonly number[], floor: number): CreditBand => ({
  standards: [...standards],
  floor,
})
const LEVELS = band([5, 4, 3, 2, 1], 0)

const one = (
  key: CreditIndicatorKey,
  weight: number,
  ...bands: readonly CreditBand[]
): CreditTemplateIndicator => ({ key, weight, bands: [...bands] })

/**
 * The sheet every workspace begins with: 70 points from behaviour and position, 30 from the statement.
 * Weights and standards are a judgement, to be edited to the firm's own trade.
 */
export const DEFAULT_CREDIT_TEMPLATE: CreditTemplate = {
  version: 1,
  indicators: [
    one('legal-record', 8, LEVELS),
    one('years-in-business', 4, band([15, 10, 6, 3, 1], 0)),
    one('ownership', 4, LEVELS),
    one('management', 4, LEVELS),
    one('on-time-rate', 12, band([98, 92, 85, 75, 60], 40)),
    one('days-beyond-terms', 10, band([0, 5, 15, 30, 60], 120)),
    one('overdue-share', 8, band([0, 2, 5, 10, 20], 40)),
    one('collection-rate', 6, band([99, 96, 92, 86, 80], 60)),
    one('dispute-rate', 4, band([0, 1, 3, 6, 10], 20)),
    one('asset-liability', 5, band([10, 0, 0, 0, 0], 0), band([50, 60, 70, 80, 90], 100)),
    one('current-ratio', 4, band([1.5, 1.2, 1, 0.8, 0.6], 0.3), band([3, 4, 6, 8, 12], 20)),
    one('cash-cover', 3, band([5, 3, 2, 1, 0.5], 0)),
    one('market-position', 5, LEVELS),
    one('continuity', 5, LEVELS),
    one('receivable-turnover', 4, band([8, 6, 4.5, 3, 2], 1)),
    one('inventory-turnover', 2, band([8, 6, 4, 3, 2], 1)),
    one('sales-growth', 2, band([15, 8, 3, -3, -10], -25)),
    one('net-margin', 4, band([10, 6, 3, 1, 0], -5)),
    one('return-on-equity', 3, band([15, 9.5, 5, 1.7, 0], -10)),
    one('return-on-assets', 3, band([8, 5, 3, 1, 0], -5)),
  ],
  grades: [
    { grade: 'AAA', minimumPoints: 90, limitMonths: 3, termsDays: 90 },
    { grade: 'AA', minimumPoints: 80, limitMonths: 2, termsDays: 60 },
    { grade: 'A', minimumPoints: 70, limitMonths: 1.5, termsDays: 45 },
    { grade: 'B', minimumPoints: 60, limitMonths: 0.5, termsDays: 30 },
    { grade: 'C', minimumPoints: 0, limitMonths: 0, termsDays: 0 },
  ],
  maximumOverdueSharePercent: 20,
}

export type TemplateProblem =
  | { kind: 'indicators' }
  | { kind: 'weights'; sum: number }
  | { kind: 'bands'; indicator: CreditIndicatorKey }
  | { kind: 'grades' }

/** Everything that keeps a template from being used; empty where nothing does. */
export function templateProblems(template: CreditTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const { indicators, grades } = template
  const isWhole =
    indicators.length === CREDIT_INDICATORS.length &&
    CREDIT_INDICATORS.every((key, i) => indicators[i]?.key === key)
  if (!isWhole) problems.push({ kind: 'indicators' })
  const sum = roundToDecimals(
    indicators.reduce((total, { weight }) => total + weight, 0),
    6,
  )
  if (sum !== 100) problems.push({ kind: 'weights', sum })
  for (const { key, bands } of indicators) {
    const scale = scaleOf(bands)
    if (!scale || scaleFault(scale) !== null) problems.push({ kind: 'bands', indicator: key })
  }
  const isLadder =
    grades.length === CREDIT_GRADES.length &&
    CREDIT_GRADES.every((grade, i) => {
      const row = grades[i]
      const above = grades[i - 1]
      if (row?.grade !== grade) return false
      return !above || (row.minimumPoints < above.minimumPoints && row.limitMonths <= above.limitMonths)
    })
  if (!isLadder || grades.at(-1)?.minimumPoints !== 0) problems.push({ kind: 'grades' })
  return problems
}

/** One band is one-sided; two are the lower and the upper side of the best range. */
export function scaleOf(bands: readonly CreditBand[]): IndicatorScale | null {
  const [first, second] = bands
  if (!first) return null
  if (!second) return { kind: 'one-sided', standards: first.standards, floor: first.floor }
  return {
    kind: 'band',
    below: first.standards,
    floorBelow: first.floor,
    above: second.standards,
    floorAbove: second.floor,
  }
}
