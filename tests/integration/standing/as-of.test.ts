import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Day } from '#shared/domain/calendar.ts'
import { recordModel } from '../../../src/main/domains/model/starter-model-adoption.ts'
import {
  readAllSalesFacts,
  readSalesFactsOf,
} from '../../../src/main/domains/standing/account-facts-repository.ts'
import { classifyAccounts } from '../../../src/main/domains/standing/classify-accounts.ts'
import { classifyAt } from '../../../src/main/domains/standing/classify-at.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { gatherPortfolio } from '../../../src/main/domains/standing/portfolio-facts.ts'
import { settledBy, windowsOf } from '../../../src/main/domains/standing/window-pair.ts'
import { classificationContext, isNewAccount } from '../../../src/main/scoring/account-inputs.ts'
import { accountNumber, tradeDay, tradeLines } from './trade-arbitraries.ts'
import { createTradingWorkspace, NOW, type TradingWorkspace } from './trading-workspace.ts'

let whole: TradingWorkspace
let cutOff: TradingWorkspace
beforeAll(() => {
  whole = createTradingWorkspace()
  cutOff = createTradingWorkspace()
})
afterAll(() => {
  whole.close()
  cutOff.close()
})

const windowMonths = fc.constantFrom(12, 12, 12, 1, 3, 7, 24)

/** Results by customer number, without the keys that differ between files. */
function classified(workspace: TradingWorkspace, asOf: Day) {
  const numbers = new Map(
    workspace.database.sqlite
      .prepare<[], { key: number; number: string }>('SELECT key, number FROM party')
      .all()
      .map(({ key, number }) => [key, number]),
  )
  return new Map(
    classifyAt(workspace.database, asOf)
      .accounts.map(({ accountKey, ...account }) => [numbers.get(accountKey), account] as const)
      .sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)),
  )
}

it('what is known of later days changes nothing in a classification as of an earlier one', () => {
  fc.assert(
    fc.property(tradeLines, tradeDay, fc.array(accountNumber), (lines, asOf, prospects) => {
      const known = lines.filter((line) => line.orderedOn <= asOf)
      whole.clear()
      cutOff.clear()
      for (const workspace of [whole, cutOff]) {
        for (const number of new Set(prospects)) workspace.addAccount(number, ['prospect'])
      }
      whole.trade(lines)
      if (known.length > 0) cutOff.trade(known, { adoptModel: false })
      const adopted = findModelInForce(whole.database)
      if (adopted) {
        cutOff.ledger.change({ key: 'model.adopt', values: {} }, ['model'], (writer) =>
          recordModel(writer, adopted.model, { author: 'Lin', now: NOW }),
        )
      }
      expect(classified(whole, asOf)).toEqual(classified(cutOff, asOf))
    }),
    { numRuns: 80 },
  )
})

it('kept months and single lines tell the same sales, whatever the day and the window', () => {
  fc.assert(
    fc.property(tradeLines, tradeDay, windowMonths, (lines, asOf, months) => {
      whole.clear()
      whole.trade(lines, { adoptModel: false })
      const windows = windowsOf(asOf, months)
      const keys = [...new Set(lines.map((line) => whole.keyOf(line.account)))]
      const fromMonths = readAllSalesFacts(whole.database, windows)
      const fromLines = readSalesFactsOf(whole.database, windows, keys)
      const settled = settledBy(windows)
      const settle = (day: Day | null) => (day !== null && settled !== null && day < settled ? settled : day)
      for (const key of keys) {
        const { firstOrderedOn, ...facts } = fromMonths(key)
        const { firstOrderedOn: exactFirst, ...exact } = fromLines(key)
        expect(facts).toEqual(exact)
        expect(settle(firstOrderedOn)).toBe(settle(exactFirst))
      }
    }),
    { numRuns: 100 },
  )
})

it('one account classified by itself gets the class it has among all', () => {
  fc.assert(
    fc.property(tradeLines, tradeDay, (lines, asOf) => {
      whole.clear()
      whole.trade(lines)
      const model = findModelInForce(whole.database)?.model
      if (!model) return
      for (const account of classifyAt(whole.database, asOf).accounts) {
        const gathered = gatherPortfolio(whole.database, asOf, model.windowMonths, [account.accountKey])
        const alone = classifyAccounts(whole.database, model, gathered).get(account.accountKey)
        expect({
          valueClass: alone?.classification.valueClass,
          decidedBy: alone?.classification.decidedBy,
          score: alone?.classification.score,
          coverage: alone?.classification.coverage,
          isNew: alone?.classification.isNew,
        }).toEqual({
          valueClass: account.valueClass,
          decidedBy: account.decidedBy,
          score: account.score,
          coverage: account.coverage,
          isNew: account.isNew,
        })
      }
    }),
    { numRuns: 40 },
  )
})

it('an account that is new by one day of its window stays new, in a long window and in a short one', () => {
  whole.clear()
  whole.trade([
    { account: 'K1', order: 'A', orderedOn: '2024-01-10', amount: 100 },
    { account: 'K2', order: 'B', orderedOn: '2025-01-31', amount: 100 },
    { account: 'K3', order: 'C', orderedOn: '2025-02-01', amount: 100 },
    { account: 'K1', order: 'D', orderedOn: '2025-07-31', amount: 100 },
  ])
  for (const months of [1, 3, 4, 5, 12, 24]) {
    const { accounts, historyFrom } = gatherPortfolio(whole.database, '2025-07-31', months)
    const context = classificationContext('2025-07-31', historyFrom)
    const isNew = accounts.map(({ firstOrderedOn }) => isNewAccount(firstOrderedOn, context))
    expect([months, isNew]).toEqual([months, [false, false, true]])
  }
})

it('a customer that came with an order of a later day was no account yet, a prospect was', () => {
  whole.clear()
  whole.addAccount('P1', ['prospect'])
  whole.trade([
    { account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 },
    { account: 'K2', order: 'B', orderedOn: '2025-06-10', amount: 100 },
    { account: 'P1', order: 'C', orderedOn: '2025-06-11', amount: 100 },
  ])
  expect([...classified(whole, '2025-03-01').keys()]).toEqual(['K1', 'P1'])
  expect([...classified(whole, '2025-06-11').keys()]).toEqual(['K1', 'K2', 'P1'])
})

it('an order that is cancelled later still counted on the days before', () => {
  whole.clear()
  whole.trade([
    { account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 },
    { account: 'K1', order: 'A', orderedOn: '2025-04-10', amount: -100 },
    { account: 'K2', order: 'B', orderedOn: '2025-04-11', amount: 50 },
  ])
  expect(classified(whole, '2025-03-31').get('K1')?.orderCount).toBe(1)
  expect(classified(whole, '2025-04-10').get('K1')?.orderCount).toBe(0)
})

it.each(['0999-12-31', '9000-01-02', '9999-12-31'])('a day too far away, such as %s, is refused', (asOf) => {
  whole.clear()
  whole.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 }])
  expect(() => whole.setAsOf(asOf)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  whole.setAsOf('1000-01-01')
})
