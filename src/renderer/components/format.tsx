import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '#shared/contract/workspace.ts'
import type { Amount } from '#shared/domain/money.ts'
import { createDateFormat, type DateFormat } from './date-format.ts'
import { createNumberFormat, type NumberFormat } from './number-format.ts'

type Unknown = null | undefined

/** Numbers and dates in the user's language; a null is written as missing, never as zero. */
export interface Format
  extends Omit<NumberFormat, 'money' | 'moneyFull' | 'signedMoney' | MaybeNumbers>,
    DateFormat {
  language: Language
  /** The workspace's currency, null on the start window. */
  currency: string | null
  /** 缺 / missing */
  missing: string
  number(value: number | Unknown, decimals?: number): string
  decimal(value: number | Unknown, decimals: number): string
  signed(value: number | Unknown, decimals?: number): string
  percent(value: number | Unknown, decimals?: number): string
  signedPercent(value: number | Unknown, decimals?: number): string
  /** Compact, in the workspace's currency unless another is named. */
  money(value: Amount | Unknown, currency?: string): string
  moneyFull(value: Amount | Unknown, currency?: string): string
  signedMoney(value: Amount | Unknown, currency?: string): string
}
type MaybeNumbers = 'number' | 'decimal' | 'signed' | 'percent' | 'signedPercent'

function createFormat(language: Language, currency: string | null, missing: string): Format {
  const numbers = createNumberFormat(language)
  const orMissing =
    <Rest extends unknown[]>(write: (value: number, ...rest: Rest) => string) =>
    (value: number | Unknown, ...rest: Rest) =>
      value === null || value === undefined ? missing : write(value, ...rest)
  const inCurrency = (write: (value: Amount, currency: string | null) => string) =>
    orMissing((value: Amount, other?: string) => write(value, other ?? currency))
  return {
    ...numbers,
    ...createDateFormat(language),
    language,
    currency,
    missing,
    number: orMissing(numbers.number),
    decimal: orMissing(numbers.decimal),
    signed: orMissing(numbers.signed),
    percent: orMissing(numbers.percent),
    signedPercent: orMissing(numbers.signedPercent),
    money: inCurrency(numbers.money),
    moneyFull: inCurrency(numbers.moneyFull),
    signedMoney: inCurrency(numbers.signedMoney),
  }
}

const FormatContext = createContext<Format | null>(null)

/** The language the screens are in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return LANGUAGES.find((language) => language === i18n.language) ?? 'zh-CN'
}

export function FormatProvider({ currency, children }: { currency: string | null; children: ReactNode }) {
  const language = useLanguage()
  const { t } = useTranslation('common')
  const missing = t('missing')
  const format = useMemo(() => createFormat(language, currency, missing), [language, currency, missing])
  return <FormatContext value={format}>{children}</FormatContext>
}

/** Writing of numbers, money and dates in the language and currency in force. */
export function useFormat(): Format {
  const format = useContext(FormatContext)
  if (!format) throw new Error('useFormat needs a FormatProvider above it.')
  return format
}
