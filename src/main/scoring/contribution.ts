import { type Amount, roundHalfAway } from '#shared/domain/money.ts'

/** One activity of an account in a period; null is what nobody has recorded. */
export interface ServedActivity {
  /** Cost of one, in ten-thousandths of a currency unit. */
  rate: Amount | null
  /** How often; orders, visits, lines. */
  quantity: number | null
}

export interface ContributionFacts {
  /** Net sales of the lines whose cost is known, and that cost. */
  costedNet: Amount
  cost: Amount
  /** Gross of everything bought and of everything sent back, costed or not, both positive. */
  gross: Amount
  returns: Amount
  /** False where no line of the period carries a cost. */
  hasCost: boolean
  activities: readonly ServedActivity[]
}

export interface Contribution {
  /** Null where there were sales and the cost of none is known. */
  grossMargin: Amount | null
  /** Share of net sales whose cost is known, 0 to 1; null without sales. */
  marginCoverage: number | null
  /** Rate × quantity of each activity, null where either is unknown. */
  activityCosts: (Amount | null)[]
  /** Sum of the known ones; null when none is known. */
  costToServe: Amount | null
  /** Share of the activities whose cost is known, 0 to 1; null without activities. */
  costCoverage: number | null
  /** Margin less cost to serve, of what is known of both; null when either is wholly unknown. */
  contribution: Amount | null
}

/**
 * What an account leaves after the work it causes: gross margin − Σ activity rate × quantity. Unknown figures are
 * left out and lower the coverage; they are never taken for zero. May be negative.
 * Source: Kaplan & Narayanan 2001, "Measuring and Managing Customer Profitability", J. of Cost Management 15(5).
 */
export function accountContribution(facts: ContributionFacts): Contribution {
  const { costedNet, cost, gross, returns, hasCost, activities } = facts
  const hasSales = gross !== 0 || returns !== 0
  const grossMargin = hasSales ? (hasCost ? costedNet - cost : null) : 0
  const net = gross - returns
  const activityCosts = activities.map(({ rate, quantity }) =>
    rate === null || quantity === null ? null : roundHalfAway(rate * quantity) + 0,
  )
  const known = activityCosts.filter((value) => value !== null)
  const costToServe = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  return {
    grossMargin,
    marginCoverage: !hasSales ? null : !hasCost ? 0 : net > 0 ? between0And1(costedNet / net) : 1,
    activityCosts,
    costToServe,
    costCoverage: activities.length === 0 ? null : known.length / activities.length,
    contribution: grossMargin === null || costToServe === null ? null : grossMargin - costToServe,
  }
}

const between0And1 = (value: number) => Math.min(1, Math.max(0, value))

export interface WhalePoint {
  /** Accounts so far, the best first. */
  count: number
  cumulative: Amount
  /** Of the total; null where the total is not above zero. */
  percent: number | null
}

export interface WhaleCurve {
  /** One point per account, the best contribution first. */
  points: WhalePoint[]
  total: Amount
  /** Where the curve is highest: everybody whose contribution is above zero. Null when there is nobody. */
  peak: WhalePoint | null
  /** Accounts that cost part of the peak back, and what they cost together, above zero. */
  costing: { count: number; amount: Amount }
}

/**
 * Contributions summed from the best account to the worst, as a share of their total: the hump above 100 % is what
 * the accounts behind it cost back. Shares need a total above zero; amounts are given in any case.
 * Source: Kaplan & Narayanan 2001 ("whale curve"); Kaplan & Cooper 1998, Cost & Effect, ch. 10.
 */
export function whaleCurve(contributions: readonly Amount[]): WhaleCurve {
  const ranked = [...contributions].sort((a, b) => b - a)
  const total = ranked.reduce((sum, value) => sum + value, 0)
  let cumulative = 0
  const points = ranked.map((value, index): WhalePoint => {
    cumulative += value
    return { count: index + 1, cumulative, percent: total > 0 ? (cumulative / total) * 100 : null }
  })
  const gaining = ranked.filter((value) => value > 0).length
  const losing = ranked.filter((value) => value < 0)
  return {
    points,
    total,
    peak: points[gaining - 1] ?? null,
    costing: { count: losing.length, amount: -losing.reduce((sum, value) => sum + value, 0) + 0 },
  }
}

/**
 * At most `most` points of a curve that keep its shape: first, last and peak are always among them.
 * @param most at least 3
 */
export function thinnedCurve({ points, peak }: WhaleCurve, most: number): WhalePoint[] {
  if (points.length <= most) return points
  const step = (points.length - 1) / (most - 2)
  const kept = new Set([0, points.length - 1, ...(peak ? [peak.count - 1] : [])])
  for (let index = 1; index < most - 2; index += 1) kept.add(Math.round(index * step))
  return points.filter((_, index) => kept.has(index))
}
