import type { DateOrder } from '#shared/domain/import.ts'
import { dayInOrder, plainDay, readDate, type SerialSystem } from './parse-date.ts'

export type DateVerdict = DateOrder | 'ambiguous'

/** Gathers evidence about one column of dates, cell by cell. */
export interface DateTally {
  add: (cell: string) => void
  /** Null where the column holds no date at all. */
  verdict: () => DateVerdict | null
  /** Every date of the column is a five-digit number, so these are Excel serials. */
  holdsSerials: () => boolean
  isSettled: () => boolean
}

/** So many cells ahead, another order can no longer be more than a slip. */
const SETTLING_LEAD = 50
const SETTLING_PLAIN = 2_000

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

export function createDateTally(): DateTally {
  const possible = { ymd: 0, dmy: 0, mdy: 0 } satisfies Record<DateOrder, number>
  let fixed = 0
  let open = 0
  let readable = 0
  let serials = 0
  let isFreeOfOrder = true
  const ranked = (): DateOrder[] => [...ORDERS].sort((one, other) => possible[other] - possible[one])
  return {
    add(cell) {
      if (plainDay(cell) !== null) {
        fixed += 1
        return
      }
      const reading = readDate(cell)
      if (reading.kind === 'serial') serials += 1
      else if (reading.kind === 'result') fixed += reading.result.ok ? 1 : 0
      else {
        open += 1
        const days = ORDERS.map((order) => dayInOrder(reading, order))
        ORDERS.forEach((order, at) => {
          if (days[at]?.ok) possible[order] += 1
        })
        const found = new Set(days.flatMap((result) => (result.ok ? [result.day] : [])))
        if (found.size > 0) readable += 1
        if (found.size > 1) isFreeOfOrder = false
      }
    },
    verdict() {
      if (open === 0) return fixed > 0 || serials > 0 ? 'ymd' : null
      const [best = 'ymd', second = 'dmy'] = ranked()
      if (possible[best] > possible[second]) return best
      return isFreeOfOrder && readable > 0 && possible[best] === readable ? best : 'ambiguous'
    },
    holdsSerials: () => serials > 0 && fixed === 0 && open === 0,
    isSettled() {
      const [best = 'ymd', second = 'dmy'] = ranked()
      if (open > 0) return possible[best] - possible[second] >= SETTLING_LEAD
      return fixed >= SETTLING_PLAIN || serials >= SETTLING_PLAIN
    },
  }
}

/**
 * How five-digit numbers in a column of days count. A sheet holds every day as such a number, whatever it shows; in a file of
 * text they are days only where the column has nothing else.
 */
export function serialsIn(
  tally: DateTally,
  workbook: { dateSystem: SerialSystem } | undefined,
): SerialSystem | null {
  if (workbook) return workbook.dateSystem
  return tally.holdsSerials() ? 1900 : null
}

/**
 * The order of day, month and year in a whole column: the one under which most of its cells are calendar days.
 * 'ambiguous' where two orders fit equally well and give different days; 'ymd' where no cell depends on the order.
 */
export function decideDateOrder(cells: Iterable<string>): DateVerdict {
  const tally = createDateTally()
  for (const cell of cells) tally.add(cell)
  return tally.verdict() ?? 'ymd'
}
