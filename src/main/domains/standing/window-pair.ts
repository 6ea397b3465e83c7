import { addMonths, type Day, rollingWindow } from '#shared/domain/calendar.ts'
import { classificationContext } from '../../scoring/account-inputs.ts'

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

/**
 * The day before the window: who had bought by then is certainly not new, however much earlier it was.
 * Null where the window is too short to say so.
 */
export function settledBy({ window, priorWindow }: WindowPair): Day | null {
  const { newAfter } = classificationContext(window.to, priorWindow.from)
  return newAfter !== null && priorWindow.to <= newAfter ? priorWindow.to : null
}
