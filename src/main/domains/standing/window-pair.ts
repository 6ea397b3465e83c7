import { addMonths, type Day, rollingWindow } from '#shared/domain/calendar.ts'

/** The window that ends on the as-of date, and the equally long one before it; all days included. */
export interface WindowPair {
  window: { from: Day; to: Day }
  priorWindow: { from: Day; to: Day }
}

export function windowsOf(asOf: Day, windowMonths: number): WindowPair {
  return {
    window: rollingWindow(asOf, windowMonths),
    priorWindow: rollingWindow(addMonths(asOf, -windowMonths), windowMonths),
  }
}
