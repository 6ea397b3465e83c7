import type { AgeingRow, PaymentPanel, SlowPayer } from '#shared/contract/invoice.ts'
import { type Day, rollingWindow } from '#shared/domain/calendar.ts'
import {
  addQuarters,
  firstDayOfQuarter,
  lastDayOfQuarter,
  type Quarter,
  quarterOf,
} from '#shared/domain/quarter.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { ROUNDING_REMAINDER, settleInvoice } from '../../scoring/invoice-settlement.ts'
import { type PayableInvoice, type PaymentBehaviour, paymentBehaviour } from '../../scoring/payment-index.ts'
import { addToSums, emptySums, type PaymentSums, paymentRates } from '../../scoring/payment-rates.ts'
import { readNamedAccounts } from '../standing/named-accounts.ts'
import { type SettledInvoice, visitSettledInvoices } from '../standing/settled-invoices.ts'
import { readInvoicesOf } from './account-invoices.ts'

const PANEL_MONTHS = 12
const QUARTERS_SHOWN = 8
/** Without any as-of date nothing is known. */
const NO_DAY: Day = '1800-01-01'

/** By the same settlement as the rates beside it. */
const behaviourOf = (invoices: readonly PayableInvoice[], asOf: Day): PaymentBehaviour =>
  paymentBehaviour(invoices, asOf, 0, ROUNDING_REMAINDER)

const percent = (share: number | null): number | null => (share === null ? null : share * 100)

function ageingRows({ ageing }: PaymentBehaviour): AgeingRow[] {
  return ageing.map(({ bucket, amount, share }) => ({ bucket, amount, sharePercent: percent(share) }))
}

/** What the index is of: due in the window, or open from before it. */
function isIndexed({ dueOn, settlement }: SettledInvoice, from: Day): boolean {
  return dueOn >= from || settlement.open > 0
}

function ratesOf(sums: PaymentSums): PaymentPanel['rates'] {
  const { invoiceCount, collectionPercent, timelinessPercent, daysBeyondTerms, disputePercent } =
    paymentRates(sums)
  return {
    invoiceCount,
    due: sums.due,
    collectionPercent,
    timelinessPercent,
    daysBeyondTerms,
    disputePercent,
  }
}

/** How an account pays, over the twelve months before a day. */
export function readPaymentPanel(database: ReadDatabase, accountKey: number, asOf: Day | null): PaymentPanel {
  const day = asOf ?? NO_DAY
  const window = rollingWindow(day, PANEL_MONTHS)
  const invoices = asOf === null ? [] : readInvoicesOf(database, accountKey, asOf)
  const sums = emptySums()
  for (const invoice of invoices) addToSums(sums, invoice, invoice.settlement, window)
  const behaviour = behaviourOf(
    invoices.filter((invoice) => isIndexed(invoice, window.from)),
    day,
  )
  return {
    asOf,
    from: asOf === null ? null : window.from,
    hasInvoices: invoices.length > 0,
    rates: ratesOf(sums),
    index: behaviour.index,
    lateShareByCountPercent: percent(behaviour.lateShareByCount),
    lateShareByAmountPercent: percent(behaviour.lateShareByAmount),
    meanDaysLate: behaviour.meanDaysLate,
    open: sums.open,
    overdue: sums.overdue,
    overdueSharePercent: invoices.length > 0 ? paymentRates(sums).overdueSharePercent : null,
    ageing: ageingRows(behaviour),
    quarters: asOf === null ? [] : quarterRows(invoices, asOf),
  }
}

function quarterRows(invoices: readonly SettledInvoice[], asOf: Day): PaymentPanel['quarters'] {
  const newest = quarterOf(asOf)
  return Array.from({ length: QUARTERS_SHOWN }, (_, i) =>
    addQuarters(newest, i + 1 - QUARTERS_SHOWN),
  ).flatMap((quarter: Quarter) => {
    const end = lastDayOfQuarter(quarter)
    const window = { from: firstDayOfQuarter(quarter), to: end < asOf ? end : asOf }
    const due = invoices.filter(
      ({ dueOn, issuedOn }) => dueOn >= window.from && dueOn <= window.to && issuedOn <= window.to,
    )
    if (due.length === 0) return []
    const sums = emptySums()
    for (const invoice of due) addToSums(sums, invoice, settleInvoice(invoice, window.to), window)
    return [{ quarter, ...ratesOf(sums), index: behaviourOf(due, window.to).index }]
  })
}

export interface PortfolioPayments {
  accountCount: number
  open: number
  overdue: number
  ageing: AgeingRow[]
  index: number | null
  slowPayers: SlowPayer[]
}

/** What is open in the whole portfolio and who pays latest: the most overdue first. */
export function readPortfolioPayments(database: ReadDatabase, asOf: Day, limit: number): PortfolioPayments {
  const window = rollingWindow(asOf, PANEL_MONTHS)
  const shown = readNamedAccounts(database)
  const all: SettledInvoice[] = []
  const byAccount = new Map<number, { sums: PaymentSums; invoices: SettledInvoice[] }>()
  visitSettledInvoices(database, { asOf, accountKeys: 'all' }, (invoice) => {
    if (!shown.has(invoice.accountKey)) return
    const account = byAccount.get(invoice.accountKey) ?? { sums: emptySums(), invoices: [] }
    byAccount.set(invoice.accountKey, account)
    addToSums(account.sums, invoice, invoice.settlement, window)
    if (!isIndexed(invoice, window.from)) return
    account.invoices.push(invoice)
    all.push(invoice)
  })
  const behaviour = behaviourOf(all, asOf)
  const slowest = [...byAccount]
    .filter(([, { sums }]) => sums.overdue > 0)
    .sort(([, a], [, b]) => b.sums.overdue - a.sums.overdue)
    .slice(0, limit)
  return {
    accountCount: byAccount.size,
    open: behaviour.openAmount,
    overdue: behaviour.overdueAmount,
    ageing: ageingRows(behaviour),
    index: behaviour.index,
    slowPayers: slowest.flatMap(([accountKey, { sums, invoices }]) => {
      const party = shown.get(accountKey)
      if (!party) return []
      const rates = paymentRates(sums)
      return [
        {
          accountId: party.accountId,
          number: party.number,
          name: party.name,
          valueClass: party.valueClass,
          index: behaviourOf(invoices, asOf).index,
          daysBeyondTerms: rates.daysBeyondTerms,
          timelinessPercent: rates.timelinessPercent,
          open: sums.open,
          overdue: sums.overdue,
          overdueSharePercent: rates.overdueSharePercent,
        },
      ]
    }),
  }
}
