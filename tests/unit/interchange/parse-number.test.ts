import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecimalSign } from '#shared/domain/import.ts'
import { decideDecimalSign } from '../../../src/main/interchange/decide-decimal-sign.ts'
import { multiplyTenThousandths } from '../../../src/main/interchange/exact-number.ts'
import { parseNumber, plainTenThousandths } from '../../../src/main/interchange/parse-number.ts'

const LOCALES: readonly (readonly [string, DecimalSign])[] = [
  ['en-US', '.'],
  ['en-GB', '.'],
  ['en-IN', '.'],
  ['zh-CN', '.'],
  ['zh-TW', '.'],
  ['ja-JP', '.'],
  ['de-CH', '.'],
  ['es-MX', '.'],
  ['th-TH', '.'],
  ['de-DE', ','],
  ['de-AT', ','],
  ['fr-FR', ','],
  ['fr-CH', ','],
  ['es-ES', ','],
  ['it-IT', ','],
  ['nl-NL', ','],
  ['pt-BR', ','],
  ['pl-PL', ','],
  ['ru-RU', ','],
  ['sv-SE', ','],
  ['nb-NO', ','],
  ['fi-FI', ','],
  ['cs-CZ', ','],
  ['tr-TR', ','],
]
/** Amounts below 10^11 units, which a locale formatter still writes to the last digit. */
const scaledAmount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
const asDecimal = (scaled: number): `${number}` => {
  const digits = String(Math.abs(scaled)).padStart(5, '0')
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}` as `${number}`
}

describe('a number as each locale writes it', () => {
  it.each(LOCALES)('%s: what is formatted reads back equal', (locale, sign) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: 4 })
    fc.assert(
      fc.property(scaledAmount, (scaled) => {
        const result = parseNumber(format.format(asDecimal(scaled)), sign)
        expect(result).toMatchObject({ ok: true, tenThousandths: scaled === 0 ? 0 : scaled })
      }),
      { numRuns: 300 },
    )
  })
  it.each(LOCALES)('%s: with its currency, in accounting form', (locale) => {
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'EUR',
      currencySign: 'accounting',
    })
    // Some locales write money with another sign than plain numbers.
    const sign = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const result = parseNumber(format.format(asDecimal(cents * 100)), sign)
        expect(result).toMatchObject({ ok: true, tenThousandths: cents === 0 ? 0 : cents * 100 })
      }),
      { numRuns: 200 },
    )
  })
})

describe('exactness', () => {
  it('every four-decimal number is read without binary residue', () => {
    fc.assert(
      fc.property(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), (scaled) => {
        expect(parseNumber(asDecimal(scaled), '.')).toMatchObject({
          ok: true,
          tenThousandths: scaled === 0 ? 0 : scaled,
        })
      }),
      { numRuns: 3_000 },
    )
  })
  it('the quick reader says the same as the full one, or leaves it to it', () => {
    const text = fc.stringMatching(/^-?[0-9]{0,18}([.,][0-9]{0,6})?$/)
    fc.assert(
      fc.property(text, fc.constantFrom<DecimalSign>('.', ','), (cell, sign) => {
        const quick = plainTenThousandths(cell, sign.charCodeAt(0))
        if (Number.isNaN(quick)) return
        // A leading space sends the same text past the quick reader.
        expect(parseNumber(` ${cell}`, sign)).toMatchObject({ ok: true, tenThousandths: quick })
        expect(Object.is(quick, -0)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })
  it('more decimals than four round once, half away from zero, alike on both sides of nought', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.integer({ min: 5, max: 20 }),
        (coefficient, decimals) => {
          const digits = String(coefficient).padStart(decimals + 1, '0')
          const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
          const divisor = 10n ** BigInt(decimals - 4)
          const rounded = Number((coefficient * 2n + divisor) / (divisor * 2n))
          if (rounded > Number.MAX_SAFE_INTEGER) {
            expect(parseNumber(text, '.')).toEqual({ ok: false, code: 'number-out-of-range' })
            return
          }
          expect(parseNumber(text, '.')).toMatchObject({ ok: true, tenThousandths: rounded })
          expect(parseNumber(`-${text}`, '.')).toMatchObject({
            ok: true,
            tenThousandths: rounded === 0 ? 0 : -rounded,
          })
        },
      ),
    )
  })
  it('a product of two scaled numbers is that of whole numbers, rounded once', () => {
    const factor = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })
    fc.assert(
      fc.property(factor, factor, (one, other) => {
        const product = BigInt(one) * BigInt(other)
        const magnitude = (product < 0n ? -product : product) * 2n + 10_000n
        const rounded = Number((product < 0n ? -1n : 1n) * (magnitude / 20_000n))
        const expected = Math.abs(rounded) > Number.MAX_SAFE_INTEGER ? null : rounded
        expect(multiplyTenThousandths(one, other)).toBe(expected === 0 ? 0 : expected)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('the decimal sign of a column', () => {
  it.each([
    ['a point before one or two digits', ['1.5', '2.25', '300'], '.'],
    ['a comma before one or two digits', ['1,5', '2,25', '300'], ','],
    ['both signs in one number', ['1,234.50'], '.'],
    ['both signs the other way round', ['1.234,50'], ','],
    ['two group signs', ['1,234,567'], '.'],
    ['a leading nought', ['0,125'], ','],
    ['whole numbers only', ['1', '20', '-300', ''], null],
    ['three digits after one sign', ['1,234', '5,678'], 'ambiguous'],
    ['three digits after a point', ['1.234', '5'], 'ambiguous'],
    ['as much evidence for either', ['1,5', '1.5'], 'ambiguous'],
    ['a slip among many', ['1.5', '2.5', '3.5', '4,5'], '.'],
    ['a single telling cell among open ones', ['1,234', '5,678', '9.5'], '.'],
    ['text', ['abc', 'x,y'], null],
  ] as const)('%s', (_, cells, expected) => {
    expect(decideDecimalSign(cells)).toBe(expected)
  })
  it('small numbers plain and large ones grouped: the comma groups', () => {
    const small = Array.from({ length: 20 }, (_, at) => String(at * 7 + 3))
    const large = Array.from({ length: 20 }, (_, at) => `${at + 1},${String(100 + at)}`)
    expect(decideDecimalSign([...small, ...large])).toBe('.')
    expect(decideDecimalSign([...small, ...large, '1234'])).toBe('ambiguous')
    expect(decideDecimalSign(large)).toBe('ambiguous')
  })
  it('does not depend on the order of the rows', () => {
    const cell = fc.constantFrom('1.5', '1,5', '1,234', '1.234', '7', '1,234.5', '1.234,5', 'x')
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(decideDecimalSign([...cells].reverse())).toBe(decideDecimalSign(cells))
      }),
    )
  })
})

it('no text makes it throw', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+()0-9.,'eE %万亿¥$元 ]{0,20}$/))
  fc.assert(
    fc.property(cell, fc.constantFrom<DecimalSign | null>('.', ',', null), (text, sign) => {
      const result = parseNumber(text, sign)
      if (result.ok) expect(Number.isSafeInteger(result.tenThousandths)).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})
