import { type Day, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'

/** A day as the integer 20 240 305, which compares like the day itself. */
export type DayNumber = number

/** Turns numbers back into days, each only once. */
export function createDayNames(): (number: DayNumber) => Day {
  const days = new Map<DayNumber, Day>()
  return (number) => {
    let day = days.get(number)
    if (day === undefined) {
      const text = String(number).padStart(8, '0')
      day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
      days.set(number, day)
    }
    return day
  }
}

export interface DayTable {
  /** Position of the day in `numbers` and `months`. */
  slotOf(day: Day): number
  readonly numbers: readonly DayNumber[]
  readonly months: readonly MonthIndex[]
}

/** Turns days into integers once each: a million lines fall on few different days. */
export function createDayTable(): DayTable {
  const slots = new Map<Day, number>()
  const numbers: DayNumber[] = []
  const months: MonthIndex[] = []
  let latest = ''
  let latestSlot = -1
  return {
    numbers,
    months,
    slotOf(day) {
      if (day === latest) return latestSlot
      let slot = slots.get(day)
      if (slot === undefined) {
        slot = numbers.length
        slots.set(day, slot)
        numbers.push(Number(day.replaceAll('-', '')))
        months.push(monthOf(day))
      }
      latest = day
      latestSlot = slot
      return slot
    },
  }
}
