import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { RecordedSpend } from '#shared/contract/wallet.ts'
import { currencyCode } from '#shared/domain/money.ts'
import { spendCompetitor, spendConfidence, supplierRank } from '#shared/domain/wallet.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { Schema } from '../../database/schema.ts'
import { type BudgetRates, toBaseAmount } from '../order/budget-rates.ts'

const competitors = z.array(spendCompetitor)

/** What a register of shares holds, whoever wrote it; anything else counts as nobody named. */
function rowToCompetitors(text: string | null): RecordedSpend['competitors'] {
  return text === null ? [] : competitors.catch([]).parse(JSON.parse(text))
}

/** A recorded spend; undefined for a row without a year. */
export function rowToSpend(
  row: Selectable<Schema['customer_spend']>,
  { rates, baseCurrency }: BudgetRates,
): RecordedSpend | undefined {
  if (row.year === null) return undefined
  const currency = currencyCode.catch(baseCurrency).parse(row.currency)
  const rate = rates.get(currency)
  return {
    id: blobToId(row.id),
    year: row.year,
    amount: row.amount,
    lowAmount: row.low_amount,
    highAmount: row.high_amount,
    currency,
    baseAmount: row.amount === null || rate === undefined ? null : toBaseAmount(row.amount, rate),
    source: row.source,
    sourceOn: row.source_on,
    confidence: spendConfidence.nullable().catch(null).parse(row.confidence),
    rank: supplierRank
      .nullable()
      .catch(null)
      .parse(row.supplier_rank === null ? null : { rank: row.supplier_rank, suppliers: row.supplier_count }),
    competitors: rowToCompetitors(row.competitors),
  }
}
