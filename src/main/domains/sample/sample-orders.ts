import { addDays, type Day, firstDayOfMonth, lastDayOfMonth, monthOf } from '#shared/domain/calendar.ts'
import { amountFromUnits, roundHalfAway } from '#shared/domain/money.ts'
import { isDriftingAway, type SampleAccount } from './sample-accounts.ts'
import { SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleRandom } from './sample-random.ts'

const YUAN_PER_WAN = 10_000
const MONTHS_PER_YEAR = 12
const RETURN_CHANCE = 0.03
/** Older years: how the firm as a whole grew before. */
const EARLIER_GROWTH_PERCENT = 6

export interface SampleLine {
  accountNumber: string
  orderNumber: string
  orderedOn: Day
  productCode: string
  quantity: number
  /** Amounts in ten-thousandths of a yuan. */
  unitPrice: number
  amount: number
  cost: number
  channel: { zh: string; en: string }
}

/** Net sales by month, oldest first, in 万: the firm's seasons with the account's own unrest, exact in sum. */
function monthlyTargets(account: SampleAccount, year: 0 | 1 | 2, random: SampleRandom): number[] {
  const { current, previous } = SAMPLE_FIRM.monthlyShape
  const growth = account.growthPercent / 100
  const totals = [
    account.salesWan,
    account.salesWan / (1 + growth),
    account.salesWan / (1 + growth) / (1 + EARLIER_GROWTH_PERCENT / 100),
  ] as const
  if (year === 0 && account.monthlyWan) return account.monthlyWan
  const unrest = account.rank <= 40 ? 0.1 : 0.17
  // Half of a fast-growing account's gain shows within the year itself.
  const lean = Math.max(-0.5, Math.min(growth, 1)) / MONTHS_PER_YEAR / 2
  const lastMonth = MONTHS_PER_YEAR - (year === 0 ? silentMonths(account) : 0)
  const weights = (year === 0 ? current : previous).map((weight, index) =>
    index >= lastMonth
      ? 0
      : weight * Math.max(0.15, 1 + random.normal() * unrest) * (1 + lean * (index - MONTHS_PER_YEAR / 2)),
  )
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => (weight / sum) * totals[year])
}

function workingDay(month: number, random: SampleRandom): Day {
  const length = Number(lastDayOfMonth(month).slice(8))
  const day = addDays(firstDayOfMonth(month), random.integer(0, length - 1))
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0) return day.endsWith('-01') ? addDays(day, 1) : addDays(day, -1)
  return day
}

/** Shares of the categories in an account's purchases: everybody has favourites. */
function tasteOf(random: SampleRandom): number[] {
  const weights = SAMPLE_FIRM.categories.map((category) => category.share * random.between(0.4, 1.6))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

function pickByShare(shares: readonly number[], random: SampleRandom): number {
  let rest = random.next()
  for (const [index, share] of shares.entries()) {
    rest -= share
    if (rest < 0) return index
  }
  return shares.length - 1
}

/** Larger accounts order weekly, small ones a few times a year; the target of skipped months moves on. */
function ordersIn(targetWan: number, random: SampleRandom): number {
  if (targetWan >= 300) return random.integer(5, 8)
  if (targetWan >= 80) return random.integer(3, 5)
  if (targetWan >= 20) return random.integer(1, 3)
  return random.next() < 0.92 ? 1 : 0
}

/** Months without an order at the end. */
function silentMonths({ rank }: SampleAccount): number {
  return isDriftingAway(rank) ? 2 + (rank % 4) : 0
}

/** Three years of order lines up to the sample's as-of date, by day. Each account meets its yearly targets. */
export function sampleOrders(accounts: readonly SampleAccount[], random: SampleRandom): SampleLine[] {
  const lastMonth = monthOf(SAMPLE_FIRM.asOf)
  const lines: SampleLine[] = []
  for (const account of accounts) {
    // Drawn in any case, so that what follows stays the same for everybody else.
    const drawn = tasteOf(random)
    const taste = account.categoryShares ?? drawn
    const firmMargin = SAMPLE_FIRM.categories.reduce(
      (sum, category, index) => sum + category.margin * (taste[index] ?? 0),
      0,
    )
    const marginShift = account.marginPercent - firmMargin
    for (const year of [2, 1, 0] as const) {
      const targets = monthlyTargets(account, year, random)
      let carried = 0
      for (const [index, target] of targets.entries()) {
        const month = lastMonth - year * MONTHS_PER_YEAR - (MONTHS_PER_YEAR - 1 - index)
        if (target === 0) continue
        carried += target
        const isYearEnd = targets.slice(index + 1).every((later) => later === 0)
        const orders = Math.max(ordersIn(target, random), isYearEnd && carried > 0.01 ? 1 : 0)
        if (orders === 0) continue
        writeMonth(lines, account, { month, orders, netWan: carried, taste, marginShift }, random)
        carried = 0
      }
    }
  }
  return lines.sort((a, b) => (a.orderedOn < b.orderedOn ? -1 : a.orderedOn > b.orderedOn ? 1 : 0))
}

interface Month {
  month: number
  orders: number
  netWan: number
  taste: readonly number[]
  marginShift: number
}

function writeMonth(
  lines: SampleLine[],
  account: SampleAccount,
  { month, orders, netWan, taste, marginShift }: Month,
  random: SampleRandom,
): void {
  const hasReturn = random.next() < RETURN_CHANCE
  const returned = hasReturn ? netWan * random.between(0.02, 0.08) : 0
  let left = (netWan + returned) * YUAN_PER_WAN
  for (let order = 0; order < orders; order += 1) {
    const share = order === orders - 1 ? left : (left / (orders - order)) * random.between(0.6, 1.4)
    left -= share
    const orderedOn = workingDay(month, random)
    const orderNumber = `SO-${orderedOn.slice(2).replaceAll('-', '')}-${account.number.slice(-3)}${order}`
    const channel = random.pick(SAMPLE_FIRM.channels.slice(0, account.rank <= 60 ? 1 : 3))
    const lineCount = share > 200_000 ? random.integer(1, 3) : 1
    let unsplit = share
    for (let index = 0; index < lineCount; index += 1) {
      const part = index === lineCount - 1 ? unsplit : unsplit * random.between(0.25, 0.65)
      unsplit -= part
      const line = lineOf(part, taste, marginShift, random)
      lines.push({ accountNumber: account.number, orderNumber, orderedOn, channel, ...line })
    }
  }
  if (hasReturn) {
    const orderedOn = lastDayOfMonth(month)
    const line = lineOf(returned * YUAN_PER_WAN, taste, marginShift, random)
    lines.push({
      accountNumber: account.number,
      orderNumber: `CN-${orderedOn.slice(2).replaceAll('-', '')}-${account.number.slice(-3)}`,
      orderedOn,
      channel: random.pick(SAMPLE_FIRM.channels.slice(0, 1)),
      ...line,
      quantity: -line.quantity,
      amount: -line.amount,
      cost: -line.cost,
    })
  }
}

function lineOf(yuan: number, taste: readonly number[], marginShift: number, random: SampleRandom) {
  const category = SAMPLE_FIRM.categories[pickByShare(taste, random)]
  if (!category) throw new RangeError('The sample has no categories.')
  const [productCode, listPrice] = random.pick(category.products)
  const quantity = Math.max(1, Math.round(yuan / listPrice))
  // Prices have two decimals; the amount follows from them.
  const unitPrice = amountFromUnits(Math.round((yuan / quantity) * 100) / 100)
  const amount = unitPrice * quantity
  const margin = category.margin + marginShift + random.normal() * 1.2
  return {
    productCode,
    quantity,
    unitPrice,
    amount,
    cost: roundHalfAway(amount * (1 - margin / 100)),
  }
}
