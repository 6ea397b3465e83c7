/**
 * Hybrid logical clock: 48 bits of milliseconds and 16 bits of counter as 16 hex digits, so that stamps sort as text.
 * It never runs backwards, whatever the computer's clock does.
 */
const EARLIEST_MS = Date.UTC(2020, 0, 1)
const LATEST_MS = Date.UTC(2100, 0, 1)
const LAST_COUNTER = 0xffff
/** A colleague's fast clock pulls ours ahead by this much and no more. */
const RECEIVE_LIMIT_MS = 5 * 60_000

const isPlausible = (ms: number): boolean => ms >= EARLIEST_MS && ms < LATEST_MS

export function formatStamp(ms: number, counter: number): string {
  return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0')
}

export function parseStamp(stamp: string): { ms: number; counter: number } {
  return { ms: Number.parseInt(stamp.slice(0, 12), 16), counter: Number.parseInt(stamp.slice(12), 16) }
}

/** A stamp outside the years 2020 to 2099: kept, and sorted before all others as "unknown time". */
export function isAbsurdStamp(stamp: string): boolean {
  return !/^[0-9a-f]{16}$/.test(stamp) || !isPlausible(parseStamp(stamp).ms)
}

/**
 * The next stamp of this device: later than `last` ('' for none) and, where the computer's clock is plausible,
 * not earlier than it.
 */
export function nextStamp(last: string, nowMs: number): string {
  const now = isPlausible(nowMs) ? Math.floor(nowMs) : EARLIEST_MS
  if (last === '') return formatStamp(now, 0)
  const { ms, counter } = parseStamp(last)
  if (now > ms) return formatStamp(now, 0)
  return counter < LAST_COUNTER ? formatStamp(ms, counter + 1) : formatStamp(ms + 1, 0)
}

/** Where the clock stands after a colleague's stamp arrived: never behind `last`, at most five minutes ahead of now. */
export function receiveStamp(last: string, received: string, nowMs: number): string {
  if (isAbsurdStamp(received) || received <= last) return last
  const limit = formatStamp(
    isPlausible(nowMs) ? Math.floor(nowMs) + RECEIVE_LIMIT_MS : EARLIEST_MS,
    LAST_COUNTER,
  )
  const capped = received < limit ? received : limit
  return capped > last ? capped : last
}
