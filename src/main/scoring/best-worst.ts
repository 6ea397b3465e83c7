/** One task: of the items shown, the one that matters most and the one that matters least. */
export interface BestWorstTask {
  shown: readonly string[]
  best: string
  worst: string
}

export interface BestWorstItem {
  item: string
  timesShown: number
  timesBest: number
  timesWorst: number
  /** (best − worst)/shown, −1 to 1; null for an item that was never shown. */
  score: number | null
  /** Score moved to 0 … 2 and shared out, sum 1; 0 for an item that was never shown. */
  weight: number
}

export type BestWorstResult =
  | {
      kind: 'scored'
      items: BestWorstItem[] /** Tasks whose best and worst are alike or not among those shown. */
      invalidTasks: number
    }
  | { kind: 'undefined'; reason: 'no-tasks' }

/**
 * Best-worst scaling by counts: how much more often an item is named best than worst.
 * Source: Finn & Louviere 1992, J. Public Policy & Marketing 11(2):12-25; Louviere, Flynn & Marley 2015.
 * @param items in the order wanted; those shown, in order of appearance, by default
 */
export function scoreBestWorst(
  tasks: readonly BestWorstTask[],
  items: readonly string[] = [...new Set(tasks.flatMap((task) => task.shown))],
): BestWorstResult {
  const valid = tasks.filter(
    ({ shown, best, worst }) => best !== worst && shown.includes(best) && shown.includes(worst),
  )
  if (valid.length === 0) return { kind: 'undefined', reason: 'no-tasks' }
  const scored = items.map((item) => {
    const timesShown = valid.filter((task) => task.shown.includes(item)).length
    const timesBest = valid.filter((task) => task.best === item).length
    const timesWorst = valid.filter((task) => task.worst === item).length
    const score = timesShown > 0 ? (timesBest - timesWorst) / timesShown : null
    return { item, timesShown, timesBest, timesWorst, score }
  })
  const total = scored.reduce((sum, { score }) => sum + (score === null ? 0 : score + 1), 0)
  return {
    kind: 'scored',
    items: scored.map((entry) => ({
      ...entry,
      weight: entry.score === null || total === 0 ? 0 : (entry.score + 1) / total,
    })),
    invalidTasks: tasks.length - valid.length,
  }
}
