import type { Day, MonthIndex } from '#shared/domain/calendar.ts'
import { createDayTable } from './day-number.ts'
import { createNumberColumn, type NumberColumn } from './number-column.ts'
import { createPairIndex, type PairIndex } from './pair-index.ts'

export interface SoldLine {
  accountKey: number
  orderKey: number
  productKey: number | null
  /** 0 stands for no category. */
  categoryKey: number
  orderedOn: Day
  baseAmount: number
  baseCost: number | null
  isReturn: boolean
  /** A sale of more than nothing; only such lines count for the last day of trade. */
  isSale: boolean
}

/** Columns of sums, one row per slot of an index. Returns are positive. */
interface Sums {
  readonly gross: NumberColumn
  readonly returns: NumberColumn
  readonly costedNet: NumberColumn
  readonly cost: NumberColumn
}

/** What a set of lines adds to the kept aggregates. Days are numbers such as 20 240 305, 0 for none. */
export interface SalesTotals {
  /** Returns the slot of the line's order. */
  add(line: SoldLine): number
  /** Adds to the number of orders an account placed in a month. */
  addOrderCount(accountKey: number, month: MonthIndex, change: number): void
  /** Pairs of order and account. */
  readonly orders: PairIndex
  readonly orderSums: Pick<Sums, 'gross' | 'returns'> & { firstDay: NumberColumn; lineCount: NumberColumn }
  /** Pairs of account and month. */
  readonly months: PairIndex
  readonly monthSums: Sums & { lineCount: NumberColumn; orderCount: NumberColumn; lastSale: NumberColumn }
  /** Pairs of month slot and category. */
  readonly categories: PairIndex
  readonly categorySums: Sums
  /** Whether any line has a known cost. */
  hasCosts(): boolean
  readonly products: ReadonlyMap<number, { gross: number; returns: number }>
  /** Forgets the orders, or the months and their categories, and gives the memory back at once. */
  releaseOrders(): void
  releaseMonths(): void
}

const createSums = (): Sums => ({
  gross: createNumberColumn(),
  returns: createNumberColumn(),
  costedNet: createNumberColumn(),
  cost: createNumberColumn(),
})

/** Collects totals in flat columns: a million lines cost a few look-ups each and no object. */
export function createSalesTotals(): SalesTotals {
  const days = createDayTable()
  const orders = createPairIndex()
  const orderSums = {
    gross: createNumberColumn(),
    returns: createNumberColumn(),
    firstDay: createNumberColumn(),
    lineCount: createNumberColumn(),
  }
  const months = createPairIndex()
  const monthSums = {
    ...createSums(),
    lineCount: createNumberColumn(),
    orderCount: createNumberColumn(),
    lastSale: createNumberColumn(),
  }
  const categories = createPairIndex()
  const categorySums = createSums()
  let hasCosts = false
  const products = new Map<number, { gross: number; returns: number }>()
  let latestOrderKey = -1
  let order = 0
  let latestAccount = -1
  let latestMonth = -1
  let month = 0

  return {
    orders,
    orderSums,
    months,
    monthSums,
    categories,
    categorySums,
    products,
    hasCosts: () => hasCosts,
    releaseOrders() {
      orders.release()
      for (const column of Object.values(orderSums)) column.release()
    },
    releaseMonths() {
      for (const index of [months, categories]) index.release()
      for (const sums of [monthSums, categorySums]) {
        for (const column of Object.values(sums)) column.release()
      }
    },
    addOrderCount(accountKey, monthIndex, change) {
      monthSums.orderCount.add(months.slotOf(accountKey, monthIndex), change)
    },
    add(line) {
      const daySlot = days.slotOf(line.orderedOn)
      const day = days.numbers[daySlot] ?? 0
      const monthIndex = days.months[daySlot] ?? 0
      const gross = line.isReturn ? 0 : line.baseAmount
      const returns = line.isReturn ? -line.baseAmount : 0

      // Lines of one order mostly follow each other.
      if (line.orderKey !== latestOrderKey) {
        order = orders.slotOf(line.orderKey, line.accountKey)
        latestOrderKey = line.orderKey
      }
      const firstDay = orderSums.firstDay.get(order)
      if (firstDay === 0 || day < firstDay) orderSums.firstDay.set(order, day)
      orderSums.gross.add(order, gross)
      orderSums.returns.add(order, returns)
      orderSums.lineCount.add(order, 1)

      if (line.accountKey !== latestAccount || monthIndex !== latestMonth) {
        month = months.slotOf(line.accountKey, monthIndex)
        latestAccount = line.accountKey
        latestMonth = monthIndex
      }
      monthSums.gross.add(month, gross)
      monthSums.returns.add(month, returns)
      monthSums.lineCount.add(month, 1)
      if (line.isSale && day > monthSums.lastSale.get(month)) monthSums.lastSale.set(month, day)

      const category = categories.slotOf(month, line.categoryKey)
      categorySums.gross.add(category, gross)
      categorySums.returns.add(category, returns)

      if (line.baseCost !== null) {
        hasCosts = true
        monthSums.costedNet.add(month, line.baseAmount)
        monthSums.cost.add(month, line.baseCost)
        categorySums.costedNet.add(category, line.baseAmount)
        categorySums.cost.add(category, line.baseCost)
      }

      if (line.productKey !== null) {
        const product = products.get(line.productKey)
        if (product) {
          product.gross += gross
          product.returns += returns
        } else products.set(line.productKey, { gross, returns: returns + 0 })
      }
      return order
    },
  }
}
