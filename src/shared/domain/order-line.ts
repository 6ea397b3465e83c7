import { z } from 'zod'

/** The fields a column of an order file can be mapped to, in the order they are offered. */
export const ORDER_LINE_FIELDS = [
  'customerNumber',
  'customerName',
  'country',
  'orderNumber',
  'orderedOn',
  'productCode',
  'productName',
  'category',
  'quantity',
  'unitPrice',
  'amount',
  'cost',
  'discountPercent',
  'currency',
  'channel',
] as const
export const orderLineField = z.enum(ORDER_LINE_FIELDS)
export type OrderLineField = z.infer<typeof orderLineField>

/** Field → header of the column it is read from. */
export const orderLineMapping = z.partialRecord(orderLineField, z.string())
export type OrderLineMapping = z.infer<typeof orderLineMapping>

/**
 * What a mapping lacks before rows can be read; each entry is a set of fields of which one is enough
 * (`amount` or the pair `quantity` + `unitPrice` is written as amount|quantity|unitPrice).
 */
export function missingOrderLineFields(mapping: OrderLineMapping): OrderLineField[][] {
  const missing: OrderLineField[][] = []
  if (!mapping.customerNumber && !mapping.customerName) missing.push(['customerNumber', 'customerName'])
  if (!mapping.orderNumber) missing.push(['orderNumber'])
  if (!mapping.orderedOn) missing.push(['orderedOn'])
  if (!mapping.amount && !(mapping.quantity && mapping.unitPrice)) {
    missing.push(['amount', 'quantity', 'unitPrice'])
  }
  return missing
}
