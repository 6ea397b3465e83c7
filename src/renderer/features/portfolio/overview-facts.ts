import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { addMonths, type Day, lastDayOfMonth, monthOf } from '#shared/domain/calendar.ts'

/** Classes are not assigned to a handful of customers; a ranking says all there is. */
export const FEW_CUSTOMERS = 5
/** Under this many, the top 1 % of the pyramid is a single customer. */
export const SMALL_PORTFOLIO = 100

const share = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null)

/** Change of the margin in percentage points; null while one of the two years has no cost or the earlier is not whole. */
export function marginChange({
  marginPercent,
  priorMarginPercent,
  isPriorComplete,
}: Pick<PortfolioOverview, 'marginPercent' | 'priorMarginPercent' | 'isPriorComplete'>): number | null {
  return !isPriorComplete || marginPercent === null || priorMarginPercent === null
    ? null
    : marginPercent - priorMarginPercent
}

/** Returns in percent of what was sold before them. */
export function returnsShare({
  grossSales,
  returns,
}: Pick<PortfolioOverview, 'grossSales' | 'returns'>): number | null {
  return share(returns, grossSales)
}

/** Rank of an account in percent of all that trade, as on the Pareto curve. */
export const rankPercent = (rank: number, { tradingCount }: { tradingCount: number }): number =>
  share(rank, tradingCount) ?? 0

/** Share of sales of the first `count` accounts, read off the Pareto curve between its points. */
export function curveShare(curve: readonly (readonly [number, number])[], accountPercent: number): number {
  const next = curve.findIndex(([accounts]) => accounts >= accountPercent)
  const upper = curve[next]
  if (!upper) return curve.at(-1)?.[1] ?? 0
  const lower = curve[next - 1] ?? ([0, 0] as const)
  const width = upper[0] - lower[0]
  if (width <= 0) return upper[1]
  return lower[1] + ((accountPercent - lower[0]) / width) * (upper[1] - lower[1])
}

/** The same curve from the smallest account up, which is how Lorenz drew it. */
export function lorenzCurve(curve: readonly (readonly [number, number])[]): [number, number][] {
  return curve.map(([accounts, sales]): [number, number] => [100 - accounts, 100 - sales]).reverse()
}

/** The largest account that fell into the problem class since the quarter before. */
export function slippedToProblem(
  movers: PortfolioOverview['movers'],
): PortfolioOverview['movers'][number] | null {
  const fallen = movers.filter(
    ({ valueClass, previousValueClass }) =>
      valueClass === 'problem' && previousValueClass !== null && previousValueClass !== 'problem',
  )
  return [...fallen].sort((a, b) => b.netSales - a.netSales)[0] ?? null
}

/** The month whose sales lie lowest, which the trend marks; null where all are alike. */
export function lowestMonth(trend: PortfolioOverview['trend']): PortfolioOverview['trend'][number] | null {
  const [first, ...rest] = trend
  if (!first || rest.every(({ net }) => net === first.net)) return null
  return trend.reduce((lowest, month) => (month.net < lowest.net ? month : lowest), first)
}

/** Rising accounts first, falling ones last, each with at most `count` and only where sales really moved. */
export function biggestMovers(
  movers: PortfolioOverview['movers'],
  count: number,
): { rising: PortfolioOverview['movers']; falling: PortfolioOverview['movers'] } {
  const sorted = [...movers].sort((a, b) => b.change - a.change)
  return {
    rising: sorted.filter(({ change }) => change > 0).slice(0, count),
    falling: sorted.filter(({ change }) => change < 0).slice(-count),
  }
}

/** Whether the day closes a calendar quarter, so that it may be called by the quarter's name. */
export const closesQuarter = (day: Day): boolean =>
  monthOf(day) % 3 === 2 && lastDayOfMonth(monthOf(day)) === day

/** The last day of the quarter before the one `latest` lies in, and those before it, newest first. */
export function pastQuarterEnds(latest: Day, count: number): Day[] {
  const month = monthOf(latest)
  const newest = lastDayOfMonth(month - (month % 3) - 1)
  return Array.from({ length: count }, (_, back) => addMonths(newest, -3 * back))
}

/** Growth of a category in percent; null where there was nothing to grow from. */
export function categoryChange({
  netSales,
  priorNetSales,
}: Pick<PortfolioOverview['categories'][number], 'netSales' | 'priorNetSales'>): number | null {
  return priorNetSales > 0 ? (100 * (netSales - priorNetSales)) / priorNetSales : null
}
