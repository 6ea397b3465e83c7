import type { Language } from '#shared/contract/workspace.ts'
import { type Amount, unitsFromAmount } from '#shared/domain/money.ts'

const MINUS = '\u2212'
const NO_BREAK = '\u00a0'
const LOCALES: Record<Language, string> = { 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW', en: 'en-US' }

/** One step of a compact number: from this size on it is written divided, with its mark. */
export interface Magnitude {
  divisor: number
  /** 万, 亿, K, M, B or nothing. */
  mark: string
}

const MAGNITUDES: Record<Language, readonly Magnitude[]> = {
  'zh-CN': [
    { divisor: 1e8, mark: '亿' },
    { divisor: 1e4, mark: '万' },
  ],
  'zh-TW': [
    { divisor: 1e8, mark: '億' },
    { divisor: 1e4, mark: '萬' },
  ],
  en: [
    { divisor: 1e9, mark: 'B' },
    { divisor: 1e6, mark: 'M' },
    { divisor: 1e3, mark: 'K' },
  ],
}
const ONE: Magnitude = { divisor: 1, mark: '' }

export interface NumberFormat {
  /** Thousands separators, at most `decimals` (0) places. */
  number(value: number, decimals?: number): string
  /** As `number`, with exactly `decimals` places, as a column of scores needs. */
  decimal(value: number, decimals: number): string
  /** As `number`, with exactly `decimals` places and a sign in front of what is not zero. */
  signed(value: number, decimals?: number): string
  /** 28.6 → 28.6 %; values are percent already. */
  percent(value: number, decimals?: number): string
  signedPercent(value: number, decimals?: number): string
  /** ¥6.42 亿 or $642.2M, of an amount in the given currency. */
  money(value: Amount, currency: string | null): string
  /** ¥642,001,234.50 */
  moneyFull(value: Amount, currency: string | null): string
  signedMoney(value: Amount, currency: string | null): string
  /** The magnitude in which a whole column or axis is written, by its largest amount. */
  magnitudeOf(largest: Amount): Magnitude
  /** An amount in a column's magnitude, without sign or mark: 7,860. */
  amountIn(value: Amount, magnitude: Magnitude, decimals?: number): string
  /** 4.2 MB */
  bytes(value: number): string
  currencySymbol(currency: string): string
}

/** Decimals that keep about three figures, as a reader of money expects. */
function compactDecimals(scaled: number, magnitude: Magnitude, language: Language): [number, number] {
  const size = Math.abs(scaled)
  if (magnitude.divisor === 1) return size < 100 && !Number.isInteger(scaled) ? [2, 2] : [0, 0]
  if (language === 'en') return magnitude.divisor === 1e3 && size >= 100 ? [0, 0] : [1, 1]
  if (magnitude.divisor >= 1e8) return size >= 100 ? [0, 1] : [0, 2]
  return size >= 100 ? [0, 0] : [0, 1]
}

/** Numbers of one language: signs are U+2212 and +, 万/亿 in Chinese, K/M/B in English. */
export function createNumberFormat(language: Language): NumberFormat {
  const locale = LOCALES[language]
  const formats = new Map<string, Intl.NumberFormat>()
  const symbols = new Map<string, string>()

  const plain = (value: number, least: number, most: number): string => {
    const key = `${least}-${most}`
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, format)
    return format.format(Math.abs(value))
  }
  const isShownAsZero = (text: string) => !/[1-9]/.test(text)
  const minus = (value: number, text: string) => (value < 0 && !isShownAsZero(text) ? MINUS : '')
  const sign = (value: number, text: string) => (isShownAsZero(text) ? '±' : value < 0 ? MINUS : '+')

  const currencySymbol = (currency: string): string => {
    const known = symbols.get(currency)
    if (known !== undefined) return known
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0)
    const found = parts.find((part) => part.type === 'currency')?.value ?? currency
    const symbol = /[A-Za-z]$/.test(found) ? `${found}${NO_BREAK}` : found
    symbols.set(currency, symbol)
    return symbol
  }

  const compact = (units: number): { text: string; mark: string } => {
    const magnitude = MAGNITUDES[language].find(({ divisor }) => Math.abs(units) >= divisor) ?? ONE
    const scaled = units / magnitude.divisor
    const [least, most] = compactDecimals(scaled, magnitude, language)
    const gap = magnitude.mark && language !== 'en' ? NO_BREAK : ''
    return { text: plain(scaled, least, most), mark: `${gap}${magnitude.mark}` }
  }

  const symbolOf = (currency: string | null) => (currency ? currencySymbol(currency) : '')
  const number = (value: number, decimals = 0) => {
    const text = plain(value, 0, decimals)
    return `${minus(value, text)}${text}`
  }
  const fixed = (value: number, decimals: number) => {
    const text = plain(value, decimals, decimals)
    return { text, minus: minus(value, text), sign: sign(value, text) }
  }

  return {
    number,
    decimal: (value, decimals) => {
      const { text, minus: mark } = fixed(value, decimals)
      return `${mark}${text}`
    },
    signed: (value, decimals = 0) => {
      const { text, sign: mark } = fixed(value, decimals)
      return `${mark}${text}`
    },
    percent: (value, decimals = 1) => {
      const { text, minus: mark } = fixed(value, decimals)
      return `${mark}${text}%`
    },
    signedPercent: (value, decimals = 1) => {
      const { text, sign: mark } = fixed(value, decimals)
      return `${mark}${text}%`
    },
    money: (value, currency) => {
      const { text, mark } = compact(unitsFromAmount(value))
      return `${minus(value, text)}${symbolOf(currency)}${text}${mark}`
    },
    moneyFull: (value, currency) => {
      const text = plain(unitsFromAmount(value), 2, 4)
      return `${minus(value, text)}${symbolOf(currency)}${text}`
    },
    signedMoney: (value, currency) => {
      const { text, mark } = compact(unitsFromAmount(value))
      return `${sign(value, text)}${symbolOf(currency)}${text}${mark}`
    },
    magnitudeOf: (largest) => {
      const units = Math.abs(unitsFromAmount(largest))
      return MAGNITUDES[language].find(({ divisor }) => units >= divisor * 10) ?? ONE
    },
    amountIn: (value, magnitude, decimals) => {
      const scaled = unitsFromAmount(value) / magnitude.divisor
      const places = decimals ?? (magnitude.divisor === 1 || Math.abs(scaled) >= 100 ? 0 : 1)
      const text = plain(scaled, places, places)
      return `${minus(scaled, text)}${text}`
    },
    bytes: (value) => {
      const steps = ['B', 'KB', 'MB', 'GB'] as const
      const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(value, 1)) / 10)))
      return `${plain(value / 1024 ** step, 0, step === 0 ? 0 : 1)} ${steps[step]}`
    },
    currencySymbol,
  }
}
