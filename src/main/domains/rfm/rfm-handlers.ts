import { rfmSegment } from '#shared/domain/rfm.ts'
import { classOrNone } from '#shared/domain/value-class.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { blobToId } from '../../database/id-blob.ts'
import { findRfmGrid } from './rfm-grid.ts'
import { readCellAccounts } from './rfm-repository.ts'

const MOST_ACCOUNTS = 200

export const rfmHandlers = {
  'rfm.grid': ({ database }) => findRfmGrid(database),

  'rfm.accounts': ({ database }, { recency, frequency }) =>
    readCellAccounts(database, recency, frequency, MOST_ACCOUNTS).map((row) => ({
      id: blobToId(row.id),
      number: row.number ?? '',
      name: row.name,
      valueClass: classOrNone.parse(row.valueClass),
      segment: rfmSegment.nullable().catch(null).parse(row.segment),
      recencyDays: row.recencyDays,
      orderCount: row.orderCount,
      netSales: row.net,
      monetary: row.monetary,
    })),
} satisfies EngineHandlers<'rfm'>
