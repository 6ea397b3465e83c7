import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatStamp } from '../../../src/main/ledger/hybrid-clock.ts'
import { formatPred, parsePred, shownOf } from '../../../src/main/ledger/op-record.ts'

const place = fc.record({
  deviceKey: fc.integer({ min: 1, max: 99 }),
  seq: fc.integer({ min: 1, max: 10_000 }),
})

it('what an author saw is written the same in whatever order it was read', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { selector: ({ deviceKey, seq }) => `${deviceKey}:${seq}` }),
      (places) => {
        const text = formatPred(places)
        expect(formatPred([...places].reverse())).toBe(text)
        expect(formatPred(parsePred(text))).toBe(text)
        expect(parsePred(text)).toHaveLength(places.length)
      },
    ),
  )
})

const at = (deviceKey: number, hlc: string) => ({ deviceKey, seq: 1, hlc, value: `"${deviceKey}"` })
const deviceId = (deviceKey: number) => ['', 'ff', '0a', '77'][deviceKey] ?? ''
const early = formatStamp(Date.UTC(2026, 0, 1), 0)
const late = formatStamp(Date.UTC(2026, 0, 2), 0)

it('of concurrent values the latest is shown, and of equally late ones that of the greater device id', () => {
  expect(shownOf([at(1, early), at(2, late)], deviceId)?.deviceKey).toBe(2)
  expect(shownOf([at(1, late), at(2, late), at(3, late)], deviceId)?.deviceKey).toBe(1)
  expect(shownOf([], deviceId)).toBeUndefined()
})

it('a device with an absurd clock does not win over everybody for ever', () => {
  expect(shownOf([at(1, early), at(2, 'ffffffffffff0000')], deviceId)?.deviceKey).toBe(1)
})

it('which of several heads is shown does not depend on the order they came in', () => {
  const heads = fc.array(
    fc.record({
      deviceKey: fc.constantFrom(1, 2, 3),
      seq: fc.integer({ min: 1, max: 50 }),
      hlc: fc.constantFrom(early, late, 'ffffffffffff0000', formatStamp(0, 0)),
      value: fc.constant('null'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(heads, (ops) => {
      expect(shownOf([...ops].reverse(), deviceId)).toEqual(shownOf(ops, deviceId))
    }),
  )
})
