import type { EngineHandlers } from '../../application/ports.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { listInvoices } from './account-invoices.ts'
import { type PortfolioPayments, readPaymentPanel, readPortfolioPayments } from './payment-panel.ts'

const rememberPortfolio = whileUnchanged<PortfolioPayments>()

const NOTHING_OPEN: PortfolioPayments = {
  accountCount: 0,
  open: 0,
  overdue: 0,
  ageing: [],
  index: null,
  slowPayers: [],
}

export const invoiceHandlers = {
  'invoice.listByAccount': ({ database }, { accountId, ...wish }) =>
    listInvoices(database, requireCompanyKey(database, accountId), effectiveAsOf(database), wish),

  'invoice.payment': ({ database }, { accountId, asOf }) =>
    readPaymentPanel(database, requireCompanyKey(database, accountId), effectiveAsOf(database, asOf)),

  'invoice.portfolio': ({ database }, { limit }) => {
    const asOf = effectiveAsOf(database)
    if (asOf === null) return { asOf, ...NOTHING_OPEN }
    const read = () => readPortfolioPayments(database, asOf, limit)
    return { asOf, ...rememberPortfolio(database, `${asOf} ${limit}`, read) }
  },
} satisfies EngineHandlers<'invoice'>
