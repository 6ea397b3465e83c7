import type { CurrencyCode } from '#shared/domain/money.ts'

const ISO_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Currency names and signs that mean one currency. */
const NAMES: ReadonlyMap<string, CurrencyCode> = new Map(
  Object.entries({
    CNY: 'RMB CNH 人民币 人民幣 人民币元 CN¥ RMB¥ 元人民币',
    USD: 'US$ 美元 美金 USD$ DOLLAR DOLLARS',
    EUR: '€ 欧元 歐元 EURO EUROS',
    JPY: '円 日元 日圆 日圓 日币 日幣 JP¥ YEN',
    GBP: '£ 英镑 英鎊 STG',
    HKD: 'HK$ 港币 港幣 港元',
    TWD: 'NT$ NTD NT 台币 台幣 新台币 新台幣 新臺幣 臺幣',
    KRW: '₩ 韩元 韓元 韩币',
    CHF: 'SFR FR. 瑞士法郎',
    INR: '₹ RS RS. 卢比',
    RUB: '₽ 卢布',
    SGD: 'S$ 新加坡元 新币',
    AUD: 'A$ AU$ 澳元',
    CAD: 'C$ CA$ 加元',
    THB: '฿ 泰铢',
    VND: '₫ 越南盾',
    MOP: '澳门元 MOP$',
  }).flatMap(([code, names]) => names.split(' ').map((name): [string, CurrencyCode] => [name, code])),
)

const YEN_OR_YUAN: readonly CurrencyCode[] = ['CNY', 'JPY']
const YUAN: readonly CurrencyCode[] = ['CNY', 'TWD', 'HKD', 'MOP']
const DOLLARS: readonly CurrencyCode[] = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN', 'MOP']

/** The ISO 4217 code that is written here, null where it is none. Case does not matter. */
export function knownCurrencyCode(text: string): CurrencyCode | null {
  const code = text.trim().toUpperCase()
  return ISO_CODES.has(code) ? code : null
}

/**
 * The currency meant by a code, sign or name. `¥`, `元` and `$` belong to several currencies: they mean `home` where it is
 * one of these, else CNY and USD. Null where the text names no currency.
 */
export function readCurrency(text: string, home: CurrencyCode): CurrencyCode | null {
  const name = text.normalize('NFKC').trim().toUpperCase()
  if (name === '¥') return YEN_OR_YUAN.includes(home) ? home : 'CNY'
  if (name === '元' || name === '圆' || name === '圓') return YUAN.includes(home) ? home : 'CNY'
  if (name === '$') return DOLLARS.includes(home) ? home : 'USD'
  return knownCurrencyCode(name) ?? NAMES.get(name) ?? null
}

/** Whether an amount may carry this text before or after its digits. */
export function isCurrencyText(text: string): boolean {
  return readCurrency(text, 'CNY') !== null
}
