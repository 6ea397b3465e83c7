/** A unit named in a header: every value of the column is to be multiplied by `factor`, once a person has confirmed it. */
export interface HeaderUnit {
  /** As the header writes it: 万元, kEUR. */
  text: string
  factor: number
}

const CURRENCY = '(?:€|\\$|£|¥|eur|usd|cny|rmb|gbp|chf|jpy|hkd|twd|ntd|us\\$|nt\\$)'

const pattern = (source: string): RegExp => new RegExp(`^(?:${source})$`)

/** A bare `t` or `m` is tonnes or metres, 千克 is a kilogram: these scale only beside a currency. */
const FACTORS: readonly { pattern: RegExp; factor: number }[] = [
  { pattern: /^(百万|百萬)/, factor: 1_000_000 },
  { pattern: /^(千万|千萬)/, factor: 10_000_000 },
  { pattern: /^[万萬]/, factor: 10_000 },
  { pattern: /^[亿億]/, factor: 100_000_000 },
  { pattern: /^[千仟](?![克米瓦升卡帕伏])/, factor: 1_000 },
  {
    pattern: pattern(`(?:k|tsd\\.?|tausend|(?:in )?thousands?|milliers)\\s?(?:${CURRENCY}|pcs)?`),
    factor: 1_000,
  },
  { pattern: pattern(`t\\s?${CURRENCY}`), factor: 1_000 },
  { pattern: pattern(`${CURRENCY}?\\s?(?:'?000s?|k|(?:in )?thousands?)`), factor: 1_000 },
  { pattern: pattern(`(?:mio\\.?|mn|(?:in )?millions?)\\s?${CURRENCY}?`), factor: 1_000_000 },
  { pattern: pattern(`mm?\\s?${CURRENCY}`), factor: 1_000_000 },
  { pattern: pattern(`${CURRENCY}?\\s?(?:mio\\.?|mn|(?:in )?millions?)`), factor: 1_000_000 },
]

const BRACKETED = /[([【{]([^)\]】}]*)[)\]】}]\s*$/
const AFTER_WORD = /(?:\/|\s+in\s+|单位[::]?|單位[::]?|[\s_])([^\s/_]+)$/i
/** Without brackets only these read as a unit; `Umsatz TEUR`, `金额万元`. */
const BARE_UNIT = /^(.*[^\s_])[\s_]*((?:[千万亿萬億]|百万|百萬)元?|[kKtT](?:EUR|USD|CNY|GBP|CHF|RMB|€|\$))$/

/** Splits a header into its name and what stands in brackets, after a slash or as a bare unit; `unit` only where it scales. */
export function splitHeaderUnit(header: string): { name: string; unit: HeaderUnit | null } {
  const text = header.normalize('NFKC').trim()
  const bracketed = BRACKETED.exec(text)
  if (bracketed && bracketed.index > 0) {
    return { name: text.slice(0, bracketed.index).trim(), unit: readUnit(bracketed[1] ?? '') }
  }
  const trailing = AFTER_WORD.exec(text)
  const trailingUnit = trailing && trailing.index > 0 ? readUnit(trailing[1] ?? '') : null
  if (trailing && trailingUnit) return { name: text.slice(0, trailing.index).trim(), unit: trailingUnit }
  const bare = BARE_UNIT.exec(text)
  const bareUnit = bare ? readUnit(bare[2] ?? '') : null
  return bare && bareUnit ? { name: (bare[1] ?? '').trim(), unit: bareUnit } : { name: text, unit: null }
}

function readUnit(text: string): HeaderUnit | null {
  const unit = text
    .replace(/^(单位|單位|unit)\s*[::]?\s*/i, '')
    .replace(/^in\s+(?=\S)/i, '')
    .trim()
  const known = FACTORS.find(({ pattern }) => pattern.test(unit.toLowerCase()))
  return known ? { text: unit, factor: known.factor } : null
}
