import type { Id } from '#shared/domain/id.ts'
import { classOrNone, type ValueClass } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import {
  type LifetimeFigures,
  type LifetimeSurroundings,
  surroundingsOf,
} from '../../scoring/lifetime-assumptions.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { findModelInForce } from '../standing/model-in-force.ts'

/** An account as the kept standings show it; amounts in ten-thousandths of the base currency. */
export interface AccountFigures extends LifetimeFigures {
  accountKey: number
  id: Id
  number: string
  name: string
  valueClass: ValueClass | null
}

export interface PortfolioFigures {
  accounts: Map<number, AccountFigures>
  surroundings: LifetimeSurroundings
}

interface Cells {
  accountKey: number
  id: Buffer
  number: string | null
  name: string
  valueClass: string | null
  net: number
  priorNet: number
  margin: number | null
  growth: number | null
  hasTraded: 0 | 1
}

/** Every account with what a forecast derives from it and from the others. */
export function readPortfolioFigures(database: ReadDatabase): PortfolioFigures {
  const windowMonths = findModelInForce(database)?.model.windowMonths ?? DEFAULT_WINDOW_MONTHS
  const rows = database.sqlite
    .prepare<[], Cells>(
      `SELECT party.key AS accountKey, party.id, party.number, party.name, standing.value_class AS valueClass,
         standing.net, standing.prior_net AS priorNet, standing.margin, standing.growth,
         standing.recency_days IS NOT NULL AS hasTraded
       FROM account_standing AS standing JOIN party ON party.key = standing.account_key
       WHERE party.is_deleted = 0`,
    )
    .all()
  const accounts = rows.map(
    (row): AccountFigures => ({
      accountKey: row.accountKey,
      id: blobToId(row.id),
      number: row.number ?? '',
      name: row.name,
      valueClass: classOrNone.parse(row.valueClass),
      hasTraded: row.hasTraded === 1,
      netSales: row.net,
      priorNetSales: row.priorNet,
      windowMonths,
      marginPercent: row.margin,
      growthPercent: row.growth,
    }),
  )
  return {
    accounts: new Map(accounts.map((account) => [account.accountKey, account])),
    surroundings: surroundingsOf(accounts),
  }
}
