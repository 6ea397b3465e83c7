import { type RfmSegment, rfmSegment } from '#shared/domain/rfm.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** One account's recency, frequency and monetary figures with their scores, as its kept standing has them. */
export interface RfmFigures {
  recency: number
  frequency: number
  monetary: number
  segment: RfmSegment
  recencyDays: number
  orderCount: number
  net: number
}

interface Cells extends Omit<RfmFigures, 'segment'> {
  segment: string | null
}

/** Every account that has bought by the standings' date. */
export function readRfmFigures({ sqlite }: ReadDatabase): RfmFigures[] {
  return sqlite
    .prepare<[], Cells>(
      `SELECT standing.rfm_recency AS recency, standing.rfm_frequency AS frequency,
         standing.rfm_monetary AS monetary, standing.rfm_segment AS segment, standing.recency_days AS recencyDays,
         standing.order_count AS orderCount, standing.net
       FROM account_standing AS standing JOIN party ON party.key = standing.account_key
       WHERE standing.rfm_recency IS NOT NULL AND party.is_deleted = 0`,
    )
    .all()
    .flatMap(({ segment, ...figures }) => {
      const known = rfmSegment.safeParse(segment)
      return known.success ? [{ ...figures, segment: known.data }] : []
    })
}

export interface CellAccount extends Omit<RfmFigures, 'segment'> {
  id: Buffer
  number: string | null
  name: string
  segment: string | null
  valueClass: string | null
}

/** Accounts of one cell, the largest first. */
export function readCellAccounts(
  { sqlite }: ReadDatabase,
  recency: number,
  frequency: number,
  limit: number,
): CellAccount[] {
  return sqlite
    .prepare<[number, number, number], CellAccount>(
      `SELECT party.id, party.number, party.name, standing.value_class AS valueClass,
         standing.rfm_recency AS recency, standing.rfm_frequency AS frequency,
         standing.rfm_monetary AS monetary, standing.rfm_segment AS segment, standing.recency_days AS recencyDays,
         standing.order_count AS orderCount, standing.net
       FROM account_standing AS standing JOIN party ON party.key = standing.account_key
       WHERE standing.rfm_recency = ? AND standing.rfm_frequency = ? AND party.is_deleted = 0
       ORDER BY standing.net DESC, party.key LIMIT ?`,
    )
    .all(recency, frequency, limit)
}
