import type { Day } from '#shared/domain/calendar.ts'
import type { CreditGrade } from '#shared/domain/credit.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { currentLevel, type ProspectFacts, type StandingFacts } from '../../scoring/account-inputs.ts'
import type { PortfolioRow } from '../../scoring/classify-portfolio.ts'
import { readWalletFacts } from '../spend/wallet-facts.ts'
import { findHistoryStart, readAllSalesFacts, readSalesFactsOf } from './account-facts-repository.ts'
import {
  type AccountKeys,
  type AccountParty,
  type AccountRoles,
  listAccountParties,
  readAccountRoles,
} from './account-parties.ts'
import { readCreditGrades, readLitigation } from './credit-grades.ts'
import { readFieldFacts } from './field-facts.ts'
import { countedOutputs, readModelOutputs } from './model-outputs.ts'
import { readPaymentFacts } from './payment-facts.ts'
import { settledBy, windowsOf } from './window-pair.ts'

/** What is known of one account at the as-of date: a row of the portfolio with its sums apart. */
export interface AccountFacts extends PortfolioRow {
  accountKey: number
  /** Not before the day before the window, from which on an account is old enough to be judged. */
  firstOrderedOn: Day | null
  gross: Amount
  /** Positive: what came back. */
  returns: Amount
  priorNetSales: Amount
}

export interface PortfolioFacts {
  asOf: Day
  windowMonths: number
  /** First day of the workspace's orders; null while there are none by the as-of date. */
  historyFrom: Day | null
  /** In the order of their keys. */
  accounts: AccountFacts[]
}

/**
 * The scoring inputs of every account at a date, or of those among the given ones. Orders count up to
 * that date alone; master data and judgements are those of today, expired judgements apart, since they
 * are often recorded later than the orders they speak of.
 * An account is a living company that has order lines by then; or is a prospect; or is a customer
 * without any line. Who came with an order of a later day was not an account yet.
 * @param asked criteria of a draft: outputs that cost a pass over order lines are left unknown unless a
 * stored model or one of these counts them
 */
export function gatherPortfolio(
  database: ReadDatabase,
  asOf: Day,
  windowMonths: number,
  accountKeys: AccountKeys = 'all',
  asked: readonly CriterionKey[] = [],
): PortfolioFacts {
  const windows = windowsOf(asOf, windowMonths)
  const salesOf =
    accountKeys === 'all'
      ? readAllSalesFacts(database, windows)
      : readSalesFactsOf(database, windows, accountKeys)
  const paymentOf = readPaymentFacts(database, windows.window, accountKeys)
  const grades = readCreditGrades(database, asOf, accountKeys)
  const litigation = readLitigation(database, asOf, accountKeys)
  const outputsOf = readModelOutputs(
    database,
    windows,
    windowMonths,
    (accountKey) => grades.get(accountKey)?.points ?? null,
    countedOutputs(database, asked),
  )
  const walletOf = readWalletFacts(database, asOf)
  const fieldsOf = readFieldFacts(database)
  const settled = settledBy(windows)
  let roles: AccountRoles | undefined
  const isExpected = (accountKey: number, hasLaterLines: boolean): boolean => {
    roles ??= readAccountRoles(database, accountKeys)
    return roles.prospects.has(accountKey) || (!hasLaterLines && roles.customers.has(accountKey))
  }

  const accounts: AccountFacts[] = []
  for (const party of listAccountParties(database, accountKeys)) {
    const { accountKey } = party
    const sales = salesOf(accountKey)
    const { firstOrderedOn, lines } = sales
    if (lines !== 'by-then' && !isExpected(accountKey, lines === 'later')) continue
    accounts.push({
      accountKey,
      id: String(accountKey),
      hasTradedEver: lines === 'by-then',
      gross: sales.gross,
      returns: sales.returns,
      netSales: sales.gross - sales.returns,
      priorNetSales: sales.priorNet,
      cost: sales.cost,
      costedNetSales: sales.costedNet,
      orderCount: sales.orderCount,
      firstOrderedOn:
        firstOrderedOn !== null && settled !== null && firstOrderedOn < settled ? settled : firstOrderedOn,
      lastOrderedOn: sales.lastOrderedOn,
      influence: party.influence,
      prospect: prospectFacts(party, asOf),
      payment: paymentOf.get(accountKey) ?? null,
      standing: standingFacts(grades.get(accountKey)?.grade ?? null, litigation.get(accountKey) ?? null),
      outputs: outputsOf(accountKey),
      wallet: walletOf.get(accountKey) ?? null,
      fields: fieldsOf(accountKey),
    })
  }
  return { asOf, windowMonths, historyFrom: findHistoryStart(database, asOf), accounts }
}

function standingFacts(
  creditGrade: CreditGrade | null,
  hasOpenLitigation: boolean | null,
): StandingFacts | null {
  return creditGrade === null && hasOpenLitigation === null ? null : { creditGrade, hasOpenLitigation }
}

function prospectFacts({ industryInfluence, dealPotential }: AccountParty, asOf: Day): ProspectFacts | null {
  if (!industryInfluence && !dealPotential) return null
  return {
    industryInfluence: currentLevel(industryInfluence, asOf),
    dealPotential: currentLevel(dealPotential, asOf),
  }
}
