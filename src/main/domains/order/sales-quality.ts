import { type Day, rollingWindow } from '#shared/domain/calendar.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type AccountQuality, type QualitySign, salesQuality } from '../../scoring/sales-quality.ts'
import type { SoldLines } from '../../scoring/sold-line-patterns.ts'
import { readBudgetRates } from './budget-rates.ts'
import { whileFactsUnchanged } from './while-facts-unchanged.ts'

const WINDOW_MONTHS = 12

/** A sign with the line it stands on, by its local key. */
export interface LineSign extends Omit<QualitySign, 'line'> {
  lineKey: number
}

export interface MeasuredQuality extends Omit<AccountQuality, 'signs'> {
  signs: LineSign[]
}

const remember = whileFactsUnchanged<Map<number, MeasuredQuality>>()

/** The twelve months that end on the day, both days included. */
export const qualityWindow = (asOf: Day): { from: Day; to: Day } => rollingWindow(asOf, WINDOW_MONTHS)

/**
 * Quality of the sales of every account with lines in the twelve months up to the day, by account key. One pass over
 * those lines, kept while no line, rate or list price changes. Amounts are of the base currency.
 */
export function measureSalesQuality(database: ReadDatabase, asOf: Day): Map<number, MeasuredQuality> {
  return remember(database, asOf, () => measure(database, asOf))
}

/** Score from 0 to 100 of every account whose sales can be judged, by account key. */
export function readSalesQuality(database: ReadDatabase, asOf: Day): Map<number, number> {
  const scores = new Map<number, number>()
  for (const [accountKey, { score }] of measureSalesQuality(database, asOf)) {
    if (score !== null) scores.set(accountKey, score)
  }
  return scores
}

function measure(database: ReadDatabase, asOf: Day): Map<number, MeasuredQuality> {
  const { lines, keys } = readSoldLines(database, qualityWindow(asOf))
  const measured = new Map<number, MeasuredQuality>()
  for (const [accountKey, quality] of salesQuality(lines, readListPrices(database))) {
    const signs = quality.signs.map(({ line, ...sign }) => ({ ...sign, lineKey: keys[line] ?? 0 }))
    measured.set(accountKey, { ...quality, signs })
  }
  return measured
}

type LineCells = [number, number, number | null, number | null, number, number | null, string | null, 0 | 1]

function readSoldLines(
  { sqlite }: ReadDatabase,
  { from, to }: { from: Day; to: Day },
): { lines: SoldLines; keys: number[] } {
  const keys: number[] = []
  const account: number[] = []
  const product: (number | null)[] = []
  const quantity: (number | null)[] = []
  const amount: number[] = []
  const discountPercent: (number | null)[] = []
  const channel: (string | null)[] = []
  const isReturn: boolean[] = []
  const rows = sqlite
    .prepare<[Day, Day], LineCells>(
      `SELECT key, account_key, product_key, quantity, base_amount, discount_percent, channel, is_return
       FROM order_line WHERE ordered_on BETWEEN ? AND ?`,
    )
    .raw()
    .iterate(from, to)
  for (const cells of rows) {
    keys.push(cells[0])
    account.push(cells[1])
    product.push(cells[2])
    quantity.push(cells[3] === null ? null : cells[3] / AMOUNT_SCALE)
    amount.push(cells[4])
    discountPercent.push(cells[5] === null ? null : cells[5] / AMOUNT_SCALE)
    channel.push(cells[6])
    isReturn.push(cells[7] === 1)
  }
  return { lines: { account, product, quantity, amount, discountPercent, channel, isReturn }, keys }
}

/** List price of one piece in the base currency by product key; products without one are left out. */
function readListPrices(database: ReadDatabase): Map<number, number> {
  const { baseCurrency, rates } = readBudgetRates(database)
  const rows = database.sqlite
    .prepare<[], [number, number, string | null]>(
      'SELECT key, list_price, list_price_currency FROM product WHERE is_deleted = 0 AND list_price > 0',
    )
    .raw()
    .all()
  return new Map(
    rows.flatMap(([key, price, currency]) => {
      const rate = rates.get(currency ?? baseCurrency)
      return rate === undefined ? [] : [[key, price * rate]]
    }),
  )
}
