import { unitsFromAmount } from '#shared/domain/money.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type PortfolioRow, portfolioInputs } from '../../scoring/classify-portfolio.ts'
import { growthInput } from '../../scoring/growth.ts'
import {
  assumedValues,
  forecastUnder,
  type LifetimeFigures,
  proposeAssumptions,
  surroundingsOf,
} from '../../scoring/lifetime-assumptions.ts'
import { findHistoryStart, readAllSalesFacts } from './account-facts-repository.ts'
import { listAccountParties } from './account-parties.ts'
import { readAllEntries } from './lifetime-entries.ts'
import type { WindowPair } from './window-pair.ts'

/**
 * Lifetime values at the windows' date, in currency units, by local key: present values of the expected gross profits
 * under each account's assumptions. An account without a value is absent. Takes all accounts' sales, since what an
 * account does not show comes from the others.
 */
export function readLifetimeValues(
  database: ReadDatabase,
  windows: WindowPair,
  windowMonths: number,
): Map<number, number> {
  const asOf = windows.window.to
  const salesOf = readAllSalesFacts(database, windows)
  const parties = listAccountParties(database, 'all')
  const rows = parties.map(({ accountKey }): PortfolioRow => {
    const sales = salesOf(accountKey)
    return {
      id: String(accountKey),
      hasTradedEver: sales.lines === 'by-then',
      netSales: sales.gross - sales.returns,
      priorNetSales: sales.priorNet,
      cost: sales.cost,
      costedNetSales: sales.costedNet,
      orderCount: sales.orderCount,
      firstOrderedOn: sales.firstOrderedOn,
      lastOrderedOn: sales.lastOrderedOn,
      influence: null,
      prospect: null,
    }
  })
  const inputs = portfolioInputs(rows, windowMonths, { asOf, historyFrom: findHistoryStart(database, asOf) })
  const figures = rows.map((row, index): LifetimeFigures => {
    const { marginPercent = null, growth = null } = inputs[index] ?? {}
    return {
      hasTraded: row.lastOrderedOn !== null,
      netSales: row.netSales,
      priorNetSales: row.priorNetSales ?? 0,
      windowMonths,
      marginPercent,
      growthPercent: growthInput(growth),
    }
  })
  const surroundings = surroundingsOf(figures)
  const entries = entriesByKey(database)
  const values = new Map<number, number>()
  parties.forEach(({ accountKey }, index) => {
    const figure = figures[index]
    if (!figure) return
    const forecast = forecastUnder(
      assumedValues(proposeAssumptions(figure, surroundings), entries.get(accountKey) ?? {}),
    )
    if (forecast) values.set(accountKey, unitsFromAmount(forecast.value))
  })
  return values
}

function entriesByKey(database: ReadDatabase) {
  const keyOf = database.sqlite.prepare<[Buffer], number>('SELECT key FROM party WHERE id = ?').pluck()
  return new Map(
    [...readAllEntries(database)].flatMap(([accountId, entries]) => {
      const accountKey = keyOf.get(idToBlob(accountId))
      return accountKey === undefined ? [] : [[accountKey, entries] as const]
    }),
  )
}
