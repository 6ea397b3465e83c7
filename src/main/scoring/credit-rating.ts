import {
  CREDIT_CATEGORIES,
  CREDIT_GRADES,
  CREDIT_TRAITS,
  type CreditCategory,
  type CreditGrade,
  type CreditIndicatorKey,
  type CreditTemplate,
  type FiredGate,
  isKnownEnough,
} from '#shared/domain/credit.ts'
import { scoreIndicator } from './credit-indicator.ts'
import { scaleOf } from './credit-template.ts'
import { roundToDecimals } from './readable-number.ts'

export interface CreditInputs {
  /** In the indicator's unit; absent or null where unknown. */
  values: Partial<Readonly<Record<CreditIndicatorKey, number | null>>>
  /** Insolvency proceedings; null where nobody looked. */
  isInsolvent: boolean | null
  /** The grade in force before, and how many quarters ago it was given. */
  previous: { grade: CreditGrade; quartersAgo: number } | null
}

export interface IndicatorPoints {
  key: CreditIndicatorKey
  value: number | null
  weight: number
  /** Null where the value is unknown. */
  points: number | null
}

export interface CategoryPoints {
  category: CreditCategory
  /** Full marks of the category. */
  weight: number
  /** Of them, those whose value is known. */
  knownWeight: number
  /** Full marks of the parts known well enough to count. */
  ratedWeight: number
  /** Of `ratedWeight`, rescaled over what is known; null while nothing counts. */
  points: number | null
}

interface SheetPoints {
  indicators: IndicatorPoints[]
  categories: CategoryPoints[]
  /** Weight of the known indicators, 0 to 1. */
  coverage: number
  /** Less than 60 % known: what keeps the account from a grade, or with one what holds it at A. */
  missing: CreditCategory[]
}

export type CreditResult = SheetPoints &
  (
    | {
        kind: 'rated'
        /** 0 to 100. */
        points: number
        /** By the points alone. */
        pointsGrade: CreditGrade
        grade: CreditGrade
        /** What holds the grade below, or keeps it from falling, in the order they apply. */
        gates: FiredGate[]
      }
    | { kind: 'not-rated' }
  )

/** This part of the financial points unknown, or more, means there is no statement to rest on. */
const MISSING_STATEMENT = 1 / 3
/** Liabilities above assets. */
const NEGATIVE_EQUITY_PERCENT = 100
const POINT_DECIMALS = 6

/**
 * Points and grade of one sheet. Unknown indicators are not counted as zero: each part of a category, the
 * one from the statement and the rest, is rescaled over its known indicators where these carry at least
 * 60 % of it. Any other part with less leaves the account not rated.
 *
 * The source asks for 60 % of each category or no rating, and also caps a sheet without a statement at A.
 * Both hold: a part from the statement with less than 60 % drops out, and where its category is then less
 * than 60 % known, it is named in `missing` and caps at A, as does a third of the statement unknown.
 * So nothing above A rests on an unknown category. Caps come last and outrank one notch a quarter.
 * Source: 企业绩效评价操作细则（修订）, 财政部 2002 (efficacy coefficients); grades and caps after bank practice.
 */
export function rateCredit(template: CreditTemplate, inputs: CreditInputs): CreditResult {
  const hasNegativeEquity = (inputs.values['asset-liability'] ?? 0) > NEGATIVE_EQUITY_PERCENT
  const indicators = template.indicators.map(({ key, weight, bands }): IndicatorPoints => {
    const value = inputs.values[key] ?? null
    // A loss on negative equity would look like a gain.
    if (key === 'return-on-equity' && hasNegativeEquity) return { key, value, weight, points: 0 }
    const scale = scaleOf(bands)
    const score = scale && scoreIndicator(value, scale, weight)
    const points = score?.kind === 'scored' ? bounded(score.points, weight) : null
    return { key, value, weight, points }
  })

  const total = { weight: 0, points: 0, full: 0, known: 0 }
  const statement = { full: 0, known: 0 }
  const unrated: CreditCategory[] = []
  const categories = CREDIT_CATEGORIES.map((category): CategoryPoints => {
    const sums = { weight: 0, knownWeight: 0, rated: 0, points: 0 }
    for (const isFinancial of [false, true]) {
      const part = partOf(indicators, category, isFinancial)
      sums.weight += part.full
      sums.knownWeight += part.known
      if (isFinancial) {
        statement.full += part.full
        statement.known += part.known
      }
      if (part.full === 0) continue
      if (!isKnownEnough({ weight: part.full, knownWeight: part.known })) {
        if (!isFinancial) unrated.push(category)
        continue
      }
      sums.rated += part.full
      sums.points += (part.points / part.known) * part.full
    }
    total.full += sums.weight
    total.known += sums.knownWeight
    total.weight += sums.rated
    total.points += sums.points
    return {
      category,
      weight: sums.weight,
      knownWeight: sums.knownWeight,
      ratedWeight: sums.rated,
      points: sums.rated > 0 ? roundToDecimals(sums.points, POINT_DECIMALS) : null,
    }
  })
  const coverage = total.full > 0 ? roundToDecimals(total.known / total.full, 9) : 0
  const unknown = categories.filter((one) => !isKnownEnough(one)).map(({ category }) => category)
  const sheet = { indicators, categories, coverage }
  if (unrated.length > 0) return { kind: 'not-rated', missing: unrated, ...sheet }
  if (total.weight <= 0) return { kind: 'not-rated', missing: unknown, ...sheet }

  const points = bounded(roundToDecimals((total.points / total.weight) * 100, POINT_DECIMALS), 100)
  const pointsGrade = gradeOf(points, template)
  const { grade, gates } = held(pointsGrade, {
    isInsolvent: inputs.isInsolvent === true,
    hasNegativeEquity,
    isBadlyOverdue: (inputs.values['overdue-share'] ?? 0) > template.maximumOverdueSharePercent,
    lacksStatement: unknown.length > 0 || isThirdMissing(statement),
    previous: inputs.previous,
  })
  return { kind: 'rated', points, pointsGrade, grade, gates, missing: unknown, ...sheet }
}

function isThirdMissing({ full, known }: { full: number; known: number }): boolean {
  return full > 0 && full - known >= full * MISSING_STATEMENT - 1e-9
}

/** The best grade whose points are reached. */
export function gradeOf(points: number, { grades }: CreditTemplate): CreditGrade {
  return grades.find(({ minimumPoints }) => points >= minimumPoints)?.grade ?? 'C'
}

function partOf(indicators: readonly IndicatorPoints[], category: CreditCategory, isFinancial: boolean) {
  const part = { full: 0, known: 0, points: 0 }
  for (const { key, weight, points } of indicators) {
    const traits = CREDIT_TRAITS[key]
    if (traits.category !== category || traits.isFinancial !== isFinancial) continue
    part.full += weight
    if (points === null) continue
    part.known += weight
    part.points += points
  }
  return part
}

interface Holds {
  isInsolvent: boolean
  hasNegativeEquity: boolean
  isBadlyOverdue: boolean
  lacksStatement: boolean
  previous: CreditInputs['previous']
}

function held(pointsGrade: CreditGrade, holds: Holds): { grade: CreditGrade; gates: FiredGate[] } {
  const gates: FiredGate[] = []
  let rank = rankOf(pointsGrade)
  if (holds.previous) {
    const before = rankOf(holds.previous.grade)
    const notches = Math.max(1, holds.previous.quartersAgo)
    const within = Math.min(Math.max(rank, before - notches), before + notches)
    if (within !== rank) {
      rank = within
      gates.push({ gate: 'notch-limit', cap: gradeAt(rank) })
    }
  }
  const caps = [
    { gate: 'insolvency', cap: 'C', fires: holds.isInsolvent },
    { gate: 'negative-equity', cap: 'C', fires: holds.hasNegativeEquity },
    { gate: 'overdue-share', cap: 'B', fires: holds.isBadlyOverdue },
    { gate: 'missing-statement', cap: 'A', fires: holds.lacksStatement },
  ] as const
  for (const { gate, cap, fires } of caps) {
    if (!fires) continue
    gates.push({ gate, cap })
    rank = Math.max(rank, rankOf(cap))
  }
  return { grade: gradeAt(rank), gates }
}

const rankOf = (grade: CreditGrade): number => CREDIT_GRADES.indexOf(grade)

function gradeAt(rank: number): CreditGrade {
  return CREDIT_GRADES[Math.min(Math.max(rank, 0), CREDIT_GRADES.length - 1)] ?? 'C'
}

function bounded(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
