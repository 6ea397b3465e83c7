import { addDays } from '#shared/domain/calendar.ts'
import { AMOUNT_SCALE, amountFromUnits, roundHalfAway } from '#shared/domain/money.ts'
import { median } from '../../scoring/quantile.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleLine } from './sample-orders.ts'
import { type SampleRandom, sampleRandom } from './sample-random.ts'

/** Apart from the orders' own seed, so that prices can change without moving sales. */
const SEED_STEP = 17
const DEALER = SAMPLE_FIRM.channels[1]
const RECENT_DAYS = 240
/** Ranks of accounts whose goods may go astray: through a dealer, and cheap in bulk. */
const DEALER_RANKS = [18, 23, 33, 41, 55]
const BULK_RANKS = [27, 29, 36, 47]
const BULK_PRICE = 0.58
const BULK_RATIO = 1.75
const DEALER_RATIO = 2.2
const MOST_DEALER_LINES = 2

export interface PricedLine extends SampleLine {
  /** Of the list price, in ten-thousandths of a percent. */
  discountPercent: number
}

/** The discount an account is used to, as a share: the large negotiate, the troublesome are bought. */
function usualDiscount({ rank, marginPercent }: SampleAccount, random: SampleRandom): number {
  if (marginPercent < 0) return random.between(0.18, 0.26)
  if (rank <= 12) return random.between(0.09, 0.15)
  if (rank <= 60) return random.between(0.04, 0.1)
  return random.between(0.01, 0.06)
}

/**
 * Gives every line a price below the list and the quantity that goes with it; amounts and costs stay as they are. A few
 * accounts get lines that stand out.
 */
export function pricedSampleLines(
  lines: readonly SampleLine[],
  accounts: readonly SampleAccount[],
): PricedLine[] {
  const random = sampleRandom(SAMPLE_FIRM.seed + SEED_STEP)
  const listPrices = new Map(SAMPLE_FIRM.categories.flatMap(({ products }) => products))
  const byNumber = new Map(accounts.map((account) => [account.number, account]))
  const discounts = new Map(accounts.map((account) => [account.number, usualDiscount(account, random)]))
  const usual = mediansBy(lines, quantityKey, ({ quantity }) => quantity)
  const usualAmounts = mediansBy(
    lines,
    ({ accountNumber }) => accountNumber,
    ({ amount }) => amount,
  )
  const dealerLines = new Map<string, number>()
  const recent = addDays(SAMPLE_FIRM.asOf, -RECENT_DAYS)
  return lines.map((line) => {
    const { accountNumber, productCode, amount, orderedOn } = line
    const rank = byNumber.get(accountNumber)?.rank ?? 0
    const list = amountFromUnits(listPrices.get(productCode) ?? 0)
    const isLarge = line.quantity >= BULK_RATIO * (usual.get(quantityKey(line)) ?? Infinity)
    const isRecent = orderedOn > recent && amount > 0
    const isBulk = isRecent && isLarge && BULK_RANKS.includes(rank)
    const share = isBulk
      ? BULK_PRICE
      : Math.min(1, 1 - (discounts.get(accountNumber) ?? 0) + random.normal() * 0.012)
    const quantity = Math.max(1, Math.round(Math.abs(amount) / (list * share))) * Math.sign(amount)
    const unitPrice = roundHalfAway(amount / quantity)
    const known = dealerLines.get(accountNumber) ?? 0
    const isDealt =
      isRecent &&
      DEALER_RANKS.includes(rank) &&
      known < MOST_DEALER_LINES &&
      amount >= DEALER_RATIO * (usualAmounts.get(accountNumber) ?? Infinity)
    if (isDealt) dealerLines.set(accountNumber, known + 1)
    return {
      ...line,
      quantity,
      unitPrice,
      channel: (isDealt && DEALER) || line.channel,
      discountPercent: Math.max(0, Math.round((1 - unitPrice / list) * 10_000)) * (AMOUNT_SCALE / 100),
    }
  })
}

const quantityKey = ({ accountNumber, productCode }: SampleLine) => `${accountNumber} ${productCode}`

/** Medians over the sales of each group of lines. */
function mediansBy(
  lines: readonly SampleLine[],
  groupOf: (line: SampleLine) => string,
  figureOf: (line: SampleLine) => number,
): Map<string, number> {
  const groups = new Map<string, number[]>()
  for (const line of lines) {
    if (line.amount <= 0) continue
    const values = groups.get(groupOf(line))
    if (values) values.push(figureOf(line))
    else groups.set(groupOf(line), [figureOf(line)])
  }
  return new Map([...groups].map(([key, values]) => [key, median(values) ?? 0]))
}
