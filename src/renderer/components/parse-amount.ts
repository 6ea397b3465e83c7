import { type Amount, amountFromUnits } from '#shared/domain/money.ts'

const MARKS: Record<string, number> = {
  '': 1,
  k: 1e3,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  w: 1e4,
  m: 1e6,
  百万: 1e6,
  百萬: 1e6,
  亿: 1e8,
  億: 1e8,
  b: 1e9,
}
const WRITTEN = /^([-−]?)\s*[^\d\s.,-]{0,3}\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*([^\d\s.,]*)$/

/** An amount as people type it: 300, 1,200.50, ¥300 万, 1.2亿, 3.5M. Null for what is no number. */
export function parseAmount(text: string): Amount | null {
  const match = WRITTEN.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '', fraction = '', mark = ''] = match
  const factor = MARKS[mark.toLowerCase().replace(/元$/, '')]
  if (factor === undefined || (whole === '' && fraction === '')) return null
  const value = amountFromUnits(Number(`${whole.replaceAll(',', '')}${fraction}`) * factor)
  if (!Number.isSafeInteger(value)) return null
  return sign === '' || value === 0 ? value : -value
}
