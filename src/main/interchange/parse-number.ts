import type { DecimalSign, RowErrorCode } from '#shared/domain/import.ts'
import { cleanCell } from './clean-text.ts'
import { type ExactNumber, toTenThousandths } from './exact-number.ts'
import { narrowText } from './narrow-text.ts'
import { isCurrencyText } from './read-currency.ts'

export type NumberErrorCode = Extract<
  RowErrorCode,
  'invalid-number' | 'ambiguous-number' | 'number-out-of-range'
>

export type NumberResult =
  | {
      ok: true
      /** Integer in ten-thousandths, rounded half away from zero. A percent keeps its number: 12.5 % is 125 000. */
      tenThousandths: number
      /** The number as written, without rounding. */
      exact: ExactNumber
      isPercent: boolean
      /** 千, 万 or 亿 stood in the cell itself. */
      hasOwnScale: boolean
      /** The currency sign or code that stood beside the digits. */
      currencyText: string | null
    }
  | { ok: false; code: NumberErrorCode }

const MAX_DIGITS = 40
const MAX_EXPONENT = 40
/** Longest text of digits that is sure to stay exact as a scaled integer. */
const PLAIN_LENGTH = 17

/**
 * `123`, `-1.25` and their like as an integer in ten-thousandths, straight from the characters; NaN for anything that
 * needs `parseNumber`. `decimalCode` is the character code of the decimal sign, 0 while that is unknown.
 */
export function plainTenThousandths(text: string, decimalCode: number): number {
  const length = text.length
  if (length === 0 || length > PLAIN_LENGTH) return Number.NaN
  const isNegative = text.charCodeAt(0) === 45
  let at = isNegative ? 1 : 0
  const start = at
  let value = 0
  for (; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  if (at === start) return Number.NaN
  let missing = 4
  if (at < length) {
    if (decimalCode === 0 || text.charCodeAt(at) !== decimalCode || at + 1 === length) return Number.NaN
    for (at += 1; at < length; at += 1) {
      const digit = text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9 || missing === 0) return Number.NaN
      value = value * 10 + digit
      missing -= 1
    }
  }
  for (; missing > 0; missing -= 1) value *= 10
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN
  return isNegative && value !== 0 ? -value : value
}

const invalid: NumberResult = { ok: false, code: 'invalid-number' }
const outOfRange: NumberResult = { ok: false, code: 'number-out-of-range' }

/**
 * Reads a number as people and programs write it: group signs (comma, point, any space, apostrophe), currency signs and
 * codes, brackets or a trailing minus for negatives, percent, 万 and 亿, full-width digits, exponents. Where
 * `decimalSign` is not known, a text that reads differently under both signs is 'ambiguous-number'.
 */
export function parseNumber(raw: string, decimalSign: DecimalSign | null): NumberResult {
  const plain = plainTenThousandths(raw, decimalSign === null ? 0 : decimalSign.charCodeAt(0))
  if (!Number.isNaN(plain)) {
    const exact = { coefficient: BigInt(plain), decimals: 4 }
    return {
      ok: true,
      tenThousandths: plain,
      exact,
      isPercent: false,
      hasOwnScale: false,
      currencyText: null,
    }
  }
  const parts = splitParts(raw)
  if (!parts) return invalid
  if (decimalSign !== null) return assemble(parts, readBody(parts.body, decimalSign))
  const asPoint = assemble(parts, readBody(parts.body, '.'))
  const asComma = assemble(parts, readBody(parts.body, ','))
  if (!asPoint.ok) return asComma.ok || asPoint.code === 'invalid-number' ? asComma : asPoint
  if (!asComma.ok) return asPoint
  return isSameNumber(asPoint.exact, asComma.exact) ? asPoint : { ok: false, code: 'ambiguous-number' }
}

function isSameNumber(one: ExactNumber, other: ExactNumber): boolean {
  const scale = Math.max(one.decimals, other.decimals)
  const scaled = (number: ExactNumber): bigint => number.coefficient * 10n ** BigInt(scale - number.decimals)
  return scaled(one) === scaled(other)
}

interface NumberParts {
  /** Digits with their group and decimal signs, and an exponent. */
  body: string
  isNegative: boolean
  isPercent: boolean
  /** Power of ten that 千, 万 and 亿 add. */
  power: number
  currencyText: string | null
}

/** `(1,234)`, `¥(1,234)`, `(1,234) CNY`. */
const BRACKETED = /^([^\d()]*)\(([^()]*)\)([^\d()]*)$/
const SHAPE =
  /^(?<before>[^\d.,'’()+-]*)(?<body>[.,]?\d[\d.,'’ ]*(?:[eE][+-]?\d{1,6})?)\s*(?<percent>%?)\s*(?<scale>[十百千万萬亿億]*)(?<after>[^\d.,'’()+-]*\.?)$/

/** Takes everything off the digits that stands around them; null where that is not the shape of a number. */
function splitParts(raw: string): NumberParts | null {
  let text = narrowText(cleanCell(raw)).replace(/^'/, '').trim()
  if (text.length === 0 || text.length > 100) return null
  let isNegative = false
  const bracketed = BRACKETED.exec(text)
  if (bracketed) {
    isNegative = true
    text = bracketed.slice(1).join('').trim()
    if (/[+-]/.test(text.replace(/e[+-]/i, ''))) return null
  }
  // The sign may stand before or after the currency, or at the very end, but only once.
  const signed = /^(?<first>[^\d.,()+-]*)(?<lead>[+-]?)\s*(?<rest>[^()]*?)\s*(?<trail>-?)$/.exec(text)?.groups
  if (!signed) return null
  if (signed.lead && signed.trail) return null
  if (signed.lead === '-' || signed.trail === '-') isNegative = true
  const shape = SHAPE.exec((signed.first ?? '') + (signed.rest ?? ''))?.groups
  if (!shape) return null
  const currencies = [shape.before ?? '', shape.after ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (currencies.length > 2 || !currencies.every(isCurrencyText)) return null
  const power = scalePower(shape.scale ?? '')
  if (power === null) return null
  return {
    body: (shape.body ?? '').trim(),
    isNegative,
    isPercent: shape.percent === '%',
    power,
    currencyText: currencies[0] ?? null,
  }
}

const SCALE_POWERS: Readonly<Record<string, number>> = {
  '': 0,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

function scalePower(text: string): number | null {
  return SCALE_POWERS[text.replaceAll('萬', '万').replaceAll('億', '亿')] ?? null
}

/** `digits` with the number of decimals, or why they cannot be read under this decimal sign. */
function readBody(body: string, decimalSign: DecimalSign): ExactNumber | NumberErrorCode {
  const [mantissa = '', exponentText] = body.split(/[eE]/)
  const [whole = '', fraction = '', ...more] = mantissa.split(decimalSign)
  if (more.length > 0 || (fraction !== '' && !/^\d+$/.test(fraction))) return 'invalid-number'
  const digits = ungroup(whole)
  if (digits === null || (digits === '' && fraction === '')) return 'invalid-number'
  if (exponentText !== undefined && digits !== whole) return 'invalid-number'
  const exponent = exponentText === undefined ? 0 : Number(exponentText)
  if (digits.length + fraction.length > MAX_DIGITS || Math.abs(exponent) > MAX_EXPONENT)
    return 'number-out-of-range'
  return { coefficient: BigInt(digits + fraction), decimals: fraction.length - exponent }
}

const GROUPS = /^[1-9]\d{0,2}(?<sign>[.,'’ ])(?:\d{3}\k<sign>)*\d{3}$/
/** Groups of two before the last three, as in India: 12,34,567. */
const SHORT_GROUPS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/

/** Digits without group signs; null where the groups are not those of a number. */
function ungroup(text: string): string | null {
  if (/^\d*$/.test(text)) return text
  return GROUPS.test(text) || SHORT_GROUPS.test(text) ? text.replace(/\D/g, '') : null
}

function assemble(parts: NumberParts, body: ExactNumber | NumberErrorCode): NumberResult {
  if (typeof body === 'string') return { ok: false, code: body }
  let decimals = body.decimals - parts.power
  let coefficient = parts.isNegative ? -body.coefficient : body.coefficient
  if (decimals < 0) {
    coefficient *= 10n ** BigInt(-decimals)
    decimals = 0
  }
  const exact = { coefficient, decimals }
  const tenThousandths = toTenThousandths(exact)
  if (tenThousandths === null) return outOfRange
  const { isPercent, currencyText } = parts
  return { ok: true, tenThousandths, exact, isPercent, hasOwnScale: parts.power > 0, currencyText }
}
