import type { ReadDatabase } from '../../database/workspace-database.ts'
import { canonicalLine, type LineContent } from './line-identity.ts'

/** The orders of the workspace as an import sees them: which are there, and which lines stand in them. */
export interface OrderBook {
  /** Key of an account's order; one that is not there yet gets the next free key. */
  keyOf(accountKey: number, orderNumber: string): number
  /** Number of an order that was not there when the book was opened; undefined for the others. */
  newOrderNumber(orderKey: number): string | undefined
  /** Whether the very line stands in the order already. Each standing line answers once, so that twins stay twins. */
  takeStanding(orderKey: number, productKey: number | null, line: LineContent): boolean
  /** Orders asked for so far. */
  count(): number
  /** Of these the ones without a standing line when the book was opened. */
  newCount(): number
}

interface KnownOrder {
  key: number
  line_count: number
}

type StandingLine = LineContent & { productKey: number | null }

export function openOrderBook({ sqlite }: ReadDatabase): OrderBook {
  const findOrder = sqlite.prepare<[string, number], KnownOrder>(
    'SELECT key, line_count FROM sales_order WHERE number = ? AND account_key = ?',
  )
  const linesOf = sqlite.prepare<[number], StandingLine>(
    `SELECT product_key AS productKey, ordered_on AS orderedOn, quantity, unit_price AS unitPrice, amount, currency, cost,
       discount_percent AS discountPercent, channel
     FROM order_line WHERE order_key = ?`,
  )
  const highest = sqlite.prepare<[], number | null>('SELECT max(key) FROM sales_order').pluck().get() ?? 0
  const firstNewKey = highest + 1

  /** First slot of each order number; accounts that share a number are chained, which is rare. */
  const slots = new Map<string, number>()
  const accounts: number[] = []
  const keys: number[] = []
  const next: number[] = []
  const newNumbers: string[] = []
  /** Lines of known orders that no row of the import has claimed, by canonical form; gone once all are claimed. */
  const unclaimed = new Map<number, Map<string, number>>()
  /** Known orders whose standing lines still have to be read. */
  const unread = new Set<number>()

  let newCount = 0

  const open = (accountKey: number, number: string): number => {
    const known = highest > 0 ? findOrder.get(number, accountKey) : undefined
    if (known && known.line_count > 0) {
      unread.add(known.key)
      return known.key
    }
    newCount += 1
    if (known) return known.key
    newNumbers.push(number)
    return highest + newNumbers.length
  }

  const readStanding = (orderKey: number) => {
    unread.delete(orderKey)
    const counts = new Map<string, number>()
    for (const line of linesOf.iterate(orderKey)) {
      const form = canonicalLine(line.productKey, line)
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
    unclaimed.set(orderKey, counts)
  }

  let latestAccount = -1
  let latestNumber = ''
  let latestKey = 0

  const find = (accountKey: number, orderNumber: string): number => {
    const first = slots.get(orderNumber) ?? -1
    let last = -1
    for (let slot = first; slot >= 0; slot = next[slot] ?? -1) {
      if (accounts[slot] === accountKey) return keys[slot] ?? 0
      last = slot
    }
    const slot = keys.length
    const key = open(accountKey, orderNumber)
    accounts.push(accountKey)
    keys.push(key)
    next.push(-1)
    if (last >= 0) next[last] = slot
    else slots.set(orderNumber, slot)
    return key
  }

  return {
    keyOf(accountKey, orderNumber) {
      if (accountKey !== latestAccount || orderNumber !== latestNumber) {
        latestKey = find(accountKey, orderNumber)
        latestAccount = accountKey
        latestNumber = orderNumber
      }
      return latestKey
    },
    newOrderNumber: (orderKey) => newNumbers[orderKey - firstNewKey],
    takeStanding(orderKey, productKey, line) {
      if (orderKey >= firstNewKey) return false
      if (unread.has(orderKey)) readStanding(orderKey)
      const counts = unclaimed.get(orderKey)
      if (!counts) return false
      const form = canonicalLine(productKey, line)
      const count = counts.get(form)
      if (count === undefined) return false
      if (count > 1) counts.set(form, count - 1)
      else counts.delete(form)
      if (counts.size === 0) unclaimed.delete(orderKey)
      return true
    },
    count: () => keys.length,
    newCount: () => newCount,
  }
}
