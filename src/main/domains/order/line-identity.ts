import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { stableId } from '../../ledger/stable-id.ts'

/** What an order line says, apart from whose order it belongs to. Amounts, quantity and percent in ten-thousandths. */
export interface LineContent {
  orderedOn: Day
  quantity: number | null
  unitPrice: number | null
  amount: number
  currency: string
  cost: number | null
  discountPercent: number | null
  channel: string | null
}

/**
 * The line in canonical form: its fields in a fixed order, parted by tabs, unknown ones empty, text as JSON.
 * `product` stands for the product: its id where the form must mean the same on every machine.
 */
export function canonicalLine(product: string | number | null, line: LineContent): string {
  const { quantity, unitPrice, cost, discountPercent, channel } = line
  return `${line.orderedOn}\t${product ?? ''}\t${quantity ?? ''}\t${unitPrice ?? ''}\t${line.amount}\t${line.currency}\t${cost ?? ''}\t${discountPercent ?? ''}\t${channel === null ? '' : JSON.stringify(channel)}`
}

/**
 * The line's id, a pure function of what it is: account, order number, canonical content, and which occurrence
 * (from 1) of equal lines in that order. The same file gives the same ids on every machine, so the id is not stored.
 */
export function lineIdentity(accountId: Id, orderNumber: string, canonical: string, occurrence: number): Id {
  return stableId('order-line', accountId, orderNumber, canonical, String(occurrence))
}
