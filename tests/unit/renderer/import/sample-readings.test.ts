import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDate } from '../../../../src/main/interchange/parse-date.ts'
import { parseNumber } from '../../../../src/main/interchange/parse-number.ts'
import {
  ambiguousDate,
  ambiguousNumber,
  dateReadings,
} from '../../../../src/renderer/features/import/sample-readings.ts'
import { AMOUNT_SCALE } from '../../../../src/shared/domain/money.ts'

const twoDigits = fc.integer({ min: 1, max: 40 }).map((value) => String(value).padStart(2, '0'))
const year = fc.oneof(
  fc.integer({ min: 1950, max: 2060 }).map(String),
  fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0')),
)

it('reads a date of three numbers as the application will, in every order', () => {
  fc.assert(
    fc.property(twoDigits, fc.constantFrom('/', '-', '.'), twoDigits, year, (first, mark, second, third) => {
      const text = [first, second, third].join(mark)
      for (const { order, day } of dateReadings(text)) {
        expect(parseDate(text, order)).toEqual({ ok: true, day })
      }
    }),
  )
})

it('finds the first cell that two orders read as different days', () => {
  const found = ambiguousDate(['2025-01-02', '25/12/2025', '05/05/2025', '09/01/2025 08:30'])
  expect(found?.text).toBe('09/01/2025 08:30')
  expect(found?.readings).toEqual([
    { order: 'dmy', day: '2025-01-09' },
    { order: 'mdy', day: '2025-09-01' },
  ])
})

it('asks about no cell when none reads two ways', () => {
  expect(ambiguousDate(['2025-01-02', '31/12/2025', 'SO-12', ''])).toBeNull()
  expect(ambiguousNumber(['12.5', '1,234.50', 'A1', ''])).toBeNull()
})

it('reads a number with one mark and three digits as the application will, by either sign', () => {
  const digits = fc.integer({ min: 100, max: 999 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('.', ','), digits, (whole, mark, rest) => {
      const text = `${whole}${mark}${rest}`
      const found = ambiguousNumber([text])
      for (const { sign, value } of found?.readings ?? []) {
        const read = parseNumber(text, sign)
        expect(read.ok && read.tenThousandths).toBe(Math.round(value * AMOUNT_SCALE))
      }
      expect(found?.readings).toHaveLength(2)
    }),
  )
})
