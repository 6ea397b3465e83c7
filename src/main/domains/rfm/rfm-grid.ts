import type { RfmGrid } from '#shared/contract/rfm.ts'
import { unitsFromAmount } from '#shared/domain/money.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { median } from '../../scoring/quantile.ts'
import { proposeRfmBands, QUINTILE_MINIMUM_CUSTOMERS } from '../../scoring/rfm.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { findStandingBasis } from '../standing/standing-repository.ts'
import { type RfmFigures, readRfmFigures } from './rfm-repository.ts'

/** Accounts by recency and frequency, from the kept standings; null without trade. */
export function findRfmGrid(database: ReadDatabase): RfmGrid | null {
  const asOf = findStandingBasis(database)?.asOf ?? null
  const accounts = readRfmFigures(database)
  if (asOf === null || accounts.length === 0) return null
  const model = findModelInForce(database)?.model
  const settings = readSettings(database)
  const wantedMethod = model?.rfm.method ?? settings.rfmMethod
  const method =
    wantedMethod === 'quintiles' && accounts.length >= QUINTILE_MINIMUM_CUSTOMERS ? 'quintiles' : 'bands'
  const netSales = sumNet(accounts)
  return {
    asOf,
    currency: model?.currency ?? settings.baseCurrency,
    windowMonths: model?.windowMonths ?? DEFAULT_WINDOW_MONTHS,
    method,
    wantedMethod,
    isSetByModel: (model?.rfm.method ?? null) !== null,
    bands: method === 'bands' ? (model?.rfm.bands ?? bandsOf(accounts)) : null,
    customerCount: accounts.length,
    netSales,
    cells: cellsOf(accounts),
    segments: RFM_SEGMENTS.map((segment) => {
      const members = accounts.filter((account) => account.segment === segment)
      const sales = sumNet(members)
      return {
        segment,
        count: members.length,
        netSales: sales,
        sharePercent: netSales > 0 ? (sales / netSales) * 100 : null,
        medianRecencyDays: median(members.map((account) => account.recencyDays)),
      }
    }),
  }
}

/** The bands that the standings were scored by: proposed from the same figures. */
function bandsOf(accounts: readonly RfmFigures[]): NonNullable<RfmGrid['bands']> {
  const bands = proposeRfmBands(
    accounts.map((account, index) => ({
      id: String(index),
      recencyDays: account.recencyDays,
      orderCount: account.orderCount,
      netSales: unitsFromAmount(account.net),
    })),
  )
  return {
    recencyDays: [...bands.recencyDays],
    orderCount: [...bands.orderCount],
    netSales: [...bands.netSales],
  }
}

function cellsOf(accounts: readonly RfmFigures[]): RfmGrid['cells'] {
  const cells = Map.groupBy(accounts, ({ recency, frequency }) => recency * 10 + frequency)
  return [...cells].map(([key, members]) => ({
    recency: Math.floor(key / 10),
    frequency: key % 10,
    count: members.length,
    netSales: sumNet(members),
    segments: [...Map.groupBy(members, ({ segment }) => segment)]
      .map(([segment, { length }]) => ({ segment, count: length }))
      .sort((one, other) => other.count - one.count),
  }))
}

const sumNet = (accounts: readonly RfmFigures[]) => accounts.reduce((sum, { net }) => sum + net, 0)
