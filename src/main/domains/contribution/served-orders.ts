import type { Day } from '#shared/domain/calendar.ts'
import type { ActivityDriver } from '#shared/domain/cost-activity.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { readAccountSales } from '../order/order-aggregates.ts'
import { whileFactsUnchanged } from '../order/while-facts-unchanged.ts'
import type { DayWindow } from '../order/window-parts.ts'

/** What an account bought in a window, and how much handling its orders were. */
export interface ServedOrders {
  gross: number
  returns: number
  costedNet: number
  cost: number
  hasCost: boolean
  orders: number
  orderDays: number
  returnLines: number
}

export const NO_ORDERS: ServedOrders = {
  gross: 0,
  returns: 0,
  costedNet: 0,
  cost: 0,
  hasCost: false,
  orders: 0,
  orderDays: 0,
  returnLines: 0,
}

const remember = whileFactsUnchanged<Map<number, ServedOrders>>()

/** By account key; accounts without lines in the window are left out. */
export function readServedOrders(database: ReadDatabase, window: DayWindow): Map<number, ServedOrders> {
  return remember(database, `${window.from} ${window.to}`, () => {
    const counts = (text: string) =>
      new Map(database.sqlite.prepare<[Day, Day], [number, number]>(text).raw().all(window.from, window.to))
    const orderDays = counts(
      `SELECT account_key, count(DISTINCT ordered_on) FROM sales_order
       WHERE ordered_on BETWEEN ? AND ? AND gross > returns GROUP BY account_key`,
    )
    const returnLines = counts(
      `SELECT account_key, count(*) FROM order_line
       WHERE ordered_on BETWEEN ? AND ? AND is_return = 1 GROUP BY account_key`,
    )
    return new Map(
      readAccountSales(database, window).map((sales) => [
        sales.accountKey,
        {
          gross: sales.gross,
          returns: sales.returns,
          costedNet: sales.costedNet,
          cost: sales.cost,
          hasCost: sales.costedNet !== 0 || sales.cost !== 0,
          orders: sales.orderCount,
          orderDays: orderDays.get(sales.accountKey) ?? 0,
          returnLines: returnLines.get(sales.accountKey) ?? 0,
        },
      ]),
    )
  })
}

/** How often the orders themselves say an activity took place; null for one that has to be entered. */
export function countedQuantity(driver: ActivityDriver, served: ServedOrders): number | null {
  switch (driver) {
    case 'orders':
      return served.orders
    case 'order-days':
      return served.orderDays
    case 'return-lines':
      return served.returnLines
    case 'entered':
      return null
  }
}
