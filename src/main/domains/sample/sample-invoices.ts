import { addDays, type Day, daysBetween } from '#shared/domain/calendar.ts'
import { lastDayOfQuarter, quarterOf } from '#shared/domain/quarter.ts'
import { isDriftingAway, type SampleAccount } from './sample-accounts.ts'
import { SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleLine } from './sample-orders.ts'
import type { SampleRandom } from './sample-random.ts'

export interface SampleInvoice {
  accountNumber: string
  number: string
  issuedOn: Day
  dueOn: Day
  /** Ten-thousandths of a yuan. */
  amount: number
  isDisputed: boolean
  payments: { paidOn: Day; amount: number }[]
}

/** Ranks of unnamed accounts that pay badly: months late, with old debts, or in part. */
export const LATE_RANK = 62
export const BAD_DEBT_RANK = 94
export const PART_PAYER_RANK = 151
/** Large accounts whose bills pass through many hands. */
const SLACK_RANKS = [2, 4, 12, 17, 26]
/** Smaller accounts settle what is due by the end of each quarter. */
const LARGE_RANKS = 40
const PART_PAYMENT_CHANCE = 0.06
const DISPUTE_CHANCE = 0.015

function termsOf({ rank }: SampleAccount): number {
  return rank <= 6 ? 45 : 30
}

/** Days after the due day on which a bill is paid; negative before it. */
function delayOf({ rank }: SampleAccount, random: SampleRandom): number {
  if (rank === LATE_RANK) return random.integer(55, 105)
  if (rank === BAD_DEBT_RANK) return random.integer(15, 45)
  if (SLACK_RANKS.includes(rank)) return Math.round(6 + random.normal() * 7)
  if (isDriftingAway(rank)) return Math.round(6 + random.normal() * 7)
  return Math.round(-4 + random.normal() * 3.5)
}

/** One bill per order with its payments up to the sample's as-of date, in the order of the bills. */
export function sampleInvoices(
  accounts: readonly SampleAccount[],
  lines: readonly SampleLine[],
  random: SampleRandom,
): SampleInvoice[] {
  const byNumber = new Map(accounts.map((account) => [account.number, account]))
  const bills = new Map<string, { account: SampleAccount; orderedOn: Day; amount: number }>()
  for (const { accountNumber, orderNumber, orderedOn, amount } of lines) {
    const account = byNumber.get(accountNumber)
    if (!account || amount <= 0) continue
    const bill = bills.get(orderNumber) ?? { account, orderedOn, amount: 0 }
    bill.amount += amount
    bills.set(orderNumber, bill)
  }
  const invoices: SampleInvoice[] = []
  for (const [orderNumber, { account, orderedOn, amount }] of bills) {
    const issuedOn = addDays(orderedOn, random.integer(0, 3))
    if (issuedOn > SAMPLE_FIRM.asOf) continue
    const dueOn = addDays(issuedOn, termsOf(account))
    invoices.push({
      accountNumber: account.number,
      number: `INV-${orderNumber.slice(3)}`,
      issuedOn,
      dueOn,
      amount,
      isDisputed: random.next() < DISPUTE_CHANCE,
      payments: paymentsOf(account, { issuedOn, dueOn, amount }, random),
    })
  }
  return invoices
}

function paymentsOf(
  account: SampleAccount,
  { issuedOn, dueOn, amount }: Pick<SampleInvoice, 'issuedOn' | 'dueOn' | 'amount'>,
  random: SampleRandom,
): SampleInvoice['payments'] {
  const { asOf } = SAMPLE_FIRM
  const paidOn = payDay(account, issuedOn, dueOn, addDays(dueOn, delayOf(account, random)))
  if (account.rank === BAD_DEBT_RANK && daysBetween(dueOn, asOf) < 210) return []
  if (account.rank === PART_PAYER_RANK) {
    const part = Math.round((amount * random.between(0.55, 0.8)) / 100) * 100
    return paidOn > asOf ? [] : [{ paidOn, amount: part }]
  }
  if (random.next() >= PART_PAYMENT_CHANCE) return paidOn > asOf ? [] : [{ paidOn, amount }]
  const first = Math.round((amount * random.between(0.3, 0.7)) / 100) * 100
  const firstOn = addDays(paidOn, -random.integer(3, 12))
  const parts = [
    { paidOn: firstOn < issuedOn ? issuedOn : firstOn, amount: first },
    { paidOn, amount: amount - first },
  ]
  return parts.filter((part) => part.paidOn <= asOf)
}

function payDay({ rank }: SampleAccount, issuedOn: Day, dueOn: Day, wanted: Day): Day {
  const isSlow = rank === LATE_RANK || rank === BAD_DEBT_RANK || rank === PART_PAYER_RANK
  const end = lastDayOfQuarter(quarterOf(dueOn))
  const settled = rank > LARGE_RANKS && !isSlow && wanted > end ? end : wanted
  return settled < issuedOn ? issuedOn : settled
}
