import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar.ts'
import { decideDateOrder } from '../../../src/main/interchange/decide-date-order.ts'
import { parseDate } from '../../../src/main/interchange/parse-date.ts'

const someDay = fc.integer({ min: 0, max: 73_413 }).map((days) => addDays('1900-01-01', days))
const parts = (day: string): [string, string, string] => [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]
const ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

describe('a day in every way of writing reads back equal', () => {
  const forms: readonly (readonly [string, 'ymd' | 'dmy' | 'mdy', (day: string) => string])[] = [
    ['ISO', 'ymd', (day) => day],
    ['ISO with a time', 'ymd', (day) => `${day} 08:26:00`],
    ['ISO at the end of a day, with an offset', 'dmy', (day) => `${day}T23:59:59.999-11:00`],
    ['slashes', 'ymd', (day) => day.replaceAll('-', '/')],
    ['without leading noughts', 'mdy', (day) => parts(day).map(Number).join('/')],
    ['compact', 'ymd', (day) => day.replaceAll('-', '')],
    [
      'Chinese',
      'dmy',
      (day) => `${parts(day).map(Number).join('|').replace('|', '年').replace('|', '月')}日`,
    ],
    ['day first', 'dmy', (day) => parts(day).reverse().join('.')],
    ['day first, short', 'dmy', (day) => parts(day).reverse().map(Number).join('/')],
    ['month first', 'mdy', (day) => [parts(day)[1], parts(day)[2], parts(day)[0]].join('/')],
    [
      'English',
      'dmy',
      (day) => `${Number(parts(day)[2])} ${ENGLISH[Number(parts(day)[1]) - 1]} ${parts(day)[0]}`,
    ],
    [
      'American',
      'ymd',
      (day) => `${ENGLISH[Number(parts(day)[1]) - 1]} ${Number(parts(day)[2])}, ${parts(day)[0]}`,
    ],
    [
      'full width',
      'ymd',
      (day) => day.replace(/[-\d]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
  ]
  it.each(forms)('%s', (_, order, write) => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(parseDate(write(day), order)).toEqual({ ok: true, day })
      }),
      { numRuns: 500 },
    )
  })
  it('the Republic’s years', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [year, month, dayOfMonth] = parts(day)
        if (Number(year) < 2011) return
        expect(parseDate(`${Number(year) - 1911}/${month}/${dayOfMonth}`, 'ymd')).toEqual({ ok: true, day })
        expect(
          parseDate(`民國${Number(year) - 1911}年${Number(month)}月${Number(dayOfMonth)}日`, 'ymd'),
        ).toEqual({ ok: true, day })
      }),
    )
  })
  it('Excel serials of five digits, where the column holds them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 73_415 }), (serial) => {
        expect(parseDate(String(serial), 'ymd', 1900)).toEqual({
          ok: true,
          day: addDays('1899-12-30', serial),
        })
        const of1904 = addDays('1904-01-01', serial)
        expect(parseDate(String(serial), 'ymd', 1904)).toEqual(
          of1904 > '2100-12-31' ? { ok: false, code: 'date-out-of-range' } : { ok: true, day: of1904 },
        )
        expect(parseDate(String(serial), 'ymd')).toEqual({ ok: false, code: 'invalid-date' })
      }),
    )
  })
})

it('only days of the calendar are accepted', () => {
  const number = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 1_900, max: 2_100 }), number, number, (year, month, dayOfMonth) => {
      const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
      const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
      expect(parseDate(`${year}-${month}-${dayOfMonth}`, 'ymd').ok).toBe(isDay)
      expect(parseDate(`${dayOfMonth}/${month}/${year}`, 'dmy').ok).toBe(isDay)
      expect(parseDate(`${month}/${dayOfMonth}/${year}`, 'mdy').ok).toBe(isDay)
    }),
    { numRuns: 3_000 },
  )
})

describe('the date order of a column', () => {
  it.each([
    ['years first', ['2024-03-05', '2024/3/6'], 'ymd'],
    ['nothing', [], 'ymd'],
    ['a day above twelve in front', ['03/05/2024', '25/12/2023'], 'dmy'],
    ['a day above twelve in the middle', ['03/05/2024', '12/25/2023'], 'mdy'],
    ['all of them open', ['03/05/2024', '04/06/2024'], 'ambiguous'],
    ['as much evidence for either', ['13/05/2024', '05/13/2024'], 'ambiguous'],
    ['a slip among many', ['13/05/2024', '14/05/2024', '05/15/2024'], 'dmy'],
    ['ISO dates beside open ones', ['2024-03-05', '03/05/2024'], 'ambiguous'],
    ['ISO dates beside telling ones', ['2024-03-05', '03/25/2024'], 'mdy'],
    ['short years that can only be last', ['31.12.99', '05.03.24'], 'dmy'],
    ['short years that can only be first', ['99/12/31', '24/03/05'], 'ymd'],
    ['rubbish', ['abc', '32/13/2024'], 'ambiguous'],
    ['the same day and month', ['05/05/2024', '06/06/2024'], 'dmy'],
  ] as const)('%s', (_, cells, expected) => {
    expect(decideDateOrder(cells)).toBe(expected)
  })
  it('a column written in one order is never read in the other', () => {
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 1, maxLength: 40 }), fc.boolean(), (days, isDayFirst) => {
        const cells = days.map((day) => {
          const [year, month, dayOfMonth] = parts(day)
          return isDayFirst ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`
        })
        const order = decideDateOrder(cells)
        for (const [at, cell] of cells.entries()) {
          const result = parseDate(cell, order)
          if (result.ok) expect(result.day).toBe(days[at])
          else expect(result.code).toBe('ambiguous-date')
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

it('no text makes it throw', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-/.0-9年月日 T:,a-zA-Z]{0,25}$/))
  fc.assert(
    fc.property(
      cell,
      fc.constantFrom('ymd', 'dmy', 'mdy', 'ambiguous'),
      fc.constantFrom(null, 1900 as const, 1904 as const),
      (text, order, serials) => {
        const result = parseDate(text, order, serials)
        if (result.ok) expect(new Date(`${result.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(result.day)
      },
    ),
    { numRuns: 5_000 },
  )
})
