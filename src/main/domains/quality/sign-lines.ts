import type { QualitySignRow } from '#shared/contract/quality.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { LineSign } from '../order/sales-quality.ts'

type SignLine = Pick<
  QualitySignRow,
  'orderNumber' | 'orderedOn' | 'productCode' | 'productName' | 'quantity' | 'amount' | 'channel'
>

/** The order lines behind the signs, newest first. */
export function readSignLines({ sqlite }: ReadDatabase, signs: readonly LineSign[]): QualitySignRow[] {
  const lines = new Map(
    sqlite
      .prepare<[string], SignLine & { key: number }>(
        `SELECT line.key, placed.number AS orderNumber, line.ordered_on AS orderedOn, product.code AS productCode,
           product.name AS productName, line.quantity * 1.0 / ${AMOUNT_SCALE} AS quantity,
           line.base_amount AS amount, line.channel
         FROM json_each(?) AS wanted CROSS JOIN order_line AS line ON line.key = wanted.value
         JOIN sales_order AS placed ON placed.key = line.order_key
         LEFT JOIN product ON product.key = line.product_key`,
      )
      .all(JSON.stringify(signs.map(({ lineKey }) => lineKey)))
      .map(({ key, ...line }) => [key, line]),
  )
  return signs
    .flatMap(({ lineKey, ...sign }) => {
      const line = lines.get(lineKey)
      return line ? [{ ...sign, ...line }] : []
    })
    .sort((a, b) => (a.orderedOn < b.orderedOn ? 1 : a.orderedOn > b.orderedOn ? -1 : 0))
}
