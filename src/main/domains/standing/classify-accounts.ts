import type { Day } from '#shared/domain/calendar.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { AbcClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { abcClassOf, abcCutoffs } from '../../scoring/abc.ts'
import {
  type AccountInputs,
  type ClassificationContext,
  classificationContext,
} from '../../scoring/account-inputs.ts'
import { portfolioInputs } from '../../scoring/classify-portfolio.ts'
import { type Classification, classifyAccount } from '../../scoring/value-classification.ts'
import { listAccountParties } from './account-parties.ts'
import { readKeptSales } from './kept-sales.ts'
import type { AccountFacts, PortfolioFacts } from './portfolio-facts.ts'
import { whileUnchanged } from './while-unchanged.ts'
import { type WindowPair, windowsOf } from './window-pair.ts'

export interface ClassifiedFacts {
  facts: AccountFacts
  /** Their ABC class is certain only where the classification depends on it. */
  inputs: AccountInputs
  classification: Classification
  context: ClassificationContext
}

/** ABC class of an account among all, or null where ABC is undefined. */
export type AbcReader = (facts: AccountFacts) => AbcClass | null

/**
 * Classifies a few gathered accounts as all of them at once would be; by account key.
 * The rest of the portfolio matters for Diamond alone, which asks for an A in sales: `readAbc` is asked
 * only where that decides.
 */
export function classifyAccounts(
  database: ReadDatabase,
  model: ScoringModel,
  { accounts, asOf, windowMonths, historyFrom }: PortfolioFacts,
  readAbc: AbcReader = abcReader(database, asOf, windowMonths),
): Map<number, ClassifiedFacts> {
  const context = classificationContext(asOf, historyFrom)
  const results = new Map<number, ClassifiedFacts>()
  portfolioInputs(accounts, windowMonths, { asOf, historyFrom }).forEach((unranked, i) => {
    const facts = accounts[i]
    if (!facts) return
    const classifyWith = (abc: AbcClass | null) => {
      const inputs = { ...unranked, abc }
      return { facts, inputs, classification: classifyAccount(inputs, model, context), context }
    }
    const asA = classifyWith('A')
    const asC = classifyWith('C')
    const isDecided = isSameClass(asA.classification, asC.classification)
    results.set(facts.accountKey, isDecided ? asC : classifyWith(readAbc(facts)))
  })
  return results
}

const rememberCutoffs = whileUnchanged<ReturnType<typeof abcCutoffs>>()

/** Ranks the net sales of the whole portfolio when it is first asked. */
function abcReader(database: ReadDatabase, asOf: Day, windowMonths: number): AbcReader {
  const readCutoffs = () => abcCutoffs(readNetSales(database, windowsOf(asOf, windowMonths)).sort())
  let cutoffs: ReturnType<typeof abcCutoffs> | undefined
  return ({ netSales }) => {
    cutoffs ??= rememberCutoffs(database, `${asOf} ${windowMonths}`, readCutoffs)
    return typeof cutoffs === 'string' ? null : abcClassOf(netSales, cutoffs)
  }
}

/** Of every living company with lines in the windows. */
function readNetSales(database: ReadDatabase, windows: WindowPair): Float64Array {
  const sales = readKeptSales(database, windows)
  return Float64Array.from(
    listAccountParties(database, 'all').flatMap(({ accountKey }) => {
      const account = sales.get(accountKey)
      return account ? [account.gross - account.returns] : []
    }),
  )
}

function isSameClass(one: Classification, other: Classification): boolean {
  return (
    one.valueClass === other.valueClass &&
    one.decidedBy === other.decidedBy &&
    one.classRange?.lowest === other.classRange?.lowest &&
    one.classRange?.highest === other.classRange?.highest
  )
}
