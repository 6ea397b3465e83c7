import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatStamp,
  isAbsurdStamp,
  nextStamp,
  parseStamp,
  receiveStamp,
} from '../../../src/main/ledger/hybrid-clock.ts'

const wallClock = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc.constantFrom(
    0,
    -1,
    Number.NaN,
    Date.UTC(1980, 0, 1),
    Date.UTC(2500, 0, 1),
    2 ** 48,
    Number.POSITIVE_INFINITY,
  ),
)

describe('the clock of a device', () => {
  it('only moves forward, as text, while the computer clock jumps back, stops or is nonsense', () => {
    fc.assert(
      fc.property(fc.array(wallClock, { minLength: 2, maxLength: 60 }), (clocks) => {
        let last = ''
        for (const now of clocks) {
          const next = nextStamp(last, now)
          expect(next > last).toBe(true)
          expect(next).toMatch(/^[0-9a-f]{16}$/)
          expect(isAbsurdStamp(next)).toBe(false)
          last = next
        }
      }),
    )
  })

  it('is never behind a plausible computer clock', () => {
    const now = Date.UTC(2026, 10, 21)
    expect(parseStamp(nextStamp('', now)).ms).toBe(now)
    expect(parseStamp(nextStamp(formatStamp(now - 1, 7), now))).toEqual({ ms: now, counter: 0 })
  })

  it('goes on in the next millisecond when the counter is used up', () => {
    const full = formatStamp(Date.UTC(2026, 0, 1), 0xffff)
    expect(parseStamp(nextStamp(full, 0))).toEqual({ ms: Date.UTC(2026, 0, 1) + 1, counter: 0 })
  })
})

describe('a stamp from a colleague', () => {
  const now = Date.UTC(2026, 5, 1)

  it('pulls the clock ahead by at most five minutes', () => {
    const received = formatStamp(now + 20 * 60_000, 3)
    const moved = receiveStamp(formatStamp(now, 0), received, now)
    expect(parseStamp(moved).ms).toBe(now + 5 * 60_000)
  })

  it('never moves the clock back, whatever arrives', () => {
    fc.assert(
      fc.property(wallClock, fc.integer({ min: 0, max: 2 ** 48 - 1 }), wallClock, (before, ms, at) => {
        const last = nextStamp('', before)
        expect(receiveStamp(last, formatStamp(ms, 1), at) >= last).toBe(true)
      }),
    )
  })

  it('is taken for an unknown time when its year is absurd', () => {
    expect(isAbsurdStamp(formatStamp(0, 0))).toBe(true)
    expect(isAbsurdStamp('ffffffffffffffff')).toBe(true)
    expect(isAbsurdStamp('not a stamp')).toBe(true)
    expect(receiveStamp(formatStamp(now, 0), 'ffffffffffffffff', now)).toBe(formatStamp(now, 0))
  })
})
