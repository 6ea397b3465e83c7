import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day, monthOf } from '#shared/domain/calendar.ts'
import {
  newestOrderedOn,
  readAccountCategories,
  readAccountMonths,
  readAccountSales,
  readCategorySales,
  readMonthlyNet,
  readMonthTotals,
  readOrderRhythm,
  readSalesSpan,
} from '../../../src/main/domains/order/order-aggregates.ts'
import { listOrderLines } from '../../../src/main/domains/order/order-lines.ts'
import { createOrderWorkspace, type OrderWorkspace, type TestLine } from './order-workspace.ts'

let workspace: OrderWorkspace
beforeEach(() => {
  workspace = createOrderWorkspace()
  workspace.setCategory(1, 1)
  workspace.setCategory(2, 2)
})
afterEach(() => workspace.close())

const FIRST: Day = '2024-01-01'
const day = fc.integer({ min: 0, max: 130 }).map((days) => addDays(FIRST, days))
const line: fc.Arbitrary<TestLine> = fc.record({
  account: fc.integer({ min: 1, max: 4 }),
  order: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
  orderedOn: day,
  amount: fc.oneof(fc.constant(0), fc.integer({ min: -50_000, max: 90_000 })),
  product: fc.option(fc.integer({ min: 1, max: 4 })),
  cost: fc.option(fc.integer({ min: 0, max: 40_000 })),
})
const windows = fc
  .tuple(day, day)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))

/** What the reads must say, straight from the lines as they were written. */
function inWindow(lines: readonly TestLine[], { from, to }: { from: Day; to: Day }) {
  return lines.filter((each) => each.account !== 4 && each.orderedOn >= from && each.orderedOn <= to)
}
function sumsOf(lines: readonly TestLine[]) {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const costed = lines.filter(({ cost }) => typeof cost === 'number')
  return {
    gross: sum(lines.filter(({ amount }) => amount > 0).map(({ amount }) => amount)),
    returns: sum(lines.filter(({ amount }) => amount < 0).map(({ amount }) => -amount)),
    costedNet: sum(costed.map(({ amount }) => amount)),
    cost: sum(costed.map(({ cost }) => cost ?? 0)),
  }
}
const newest = (days: Day[]) => days.sort().at(-1) ?? null
const categoryOf = ({ product }: TestLine) => (product === 1 ? 1 : product === 2 ? 2 : null)

/** Customer 4 is deleted: its lines are there and must count nowhere. */
function write(lines: TestLine[]): void {
  workspace.write(lines)
  workspace.database.sqlite.exec('UPDATE party SET is_deleted = 1 WHERE key = 4')
}

function onFreshLines<Value>(
  arbitrary: fc.Arbitrary<Value>,
  check: (lines: TestLine[], value: Value) => void,
) {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), arbitrary, (lines, value) => {
      workspace.clear()
      workspace.setCategory(1, 1)
      workspace.setCategory(2, 2)
      write(lines)
      check(lines, value)
    }),
    { numRuns: 100 },
  )
}

it('sales of accounts are exact in any window, whole months or not', () => {
  onFreshLines(windows, (lines, window) => {
    const expected = [1, 2, 3].flatMap((account) => {
      const own = inWindow(lines, window).filter((each) => each.account === account)
      if (own.length === 0) return []
      const orders = new Set(lines.filter((each) => each.account === account).map(({ order }) => order))
      const counted = [...orders].filter((order) => {
        const whole = lines.filter((each) => each.account === account && each.order === order)
        const placedOn = whole.map(({ orderedOn }) => orderedOn).sort()[0] ?? ''
        const { gross, returns } = sumsOf(whole)
        return gross > returns && placedOn >= window.from && placedOn <= window.to
      })
      const sales = own.filter(({ amount }) => amount > 0).map(({ orderedOn }) => orderedOn)
      return [
        {
          accountKey: account,
          ...sumsOf(own),
          lineCount: own.length,
          orderCount: counted.length,
          lastOrderedOn: newest(sales),
        },
      ]
    })
    const read = readAccountSales(workspace.database, window).sort((a, b) => a.accountKey - b.accountKey)
    expect(read).toEqual(expected)
  })
})

it('categories add up to the accounts that bought of them, in any window', () => {
  onFreshLines(windows, (lines, window) => {
    const inside = inWindow(lines, window)
    const expected = [null, 1, 2].flatMap((categoryKey) => {
      const own = inside.filter((each) => categoryOf(each) === categoryKey)
      const sums = sumsOf(own)
      const buyers = new Set(own.filter(({ amount }) => amount > 0).map(({ account }) => account)).size
      return Object.values(sums).some((sum) => sum !== 0) ? [{ categoryKey, ...sums, buyers }] : []
    })
    const isEmpty = ({ gross, returns, costedNet, cost }: ReturnType<typeof sumsOf>) =>
      gross === 0 && returns === 0 && costedNet === 0 && cost === 0
    const order = (key: number | null) => key ?? 0
    const read = readCategorySales(workspace.database, window)
      .filter((sums) => !isEmpty(sums))
      .sort((a, b) => order(a.categoryKey) - order(b.categoryKey))
    expect(read).toEqual(expected)

    const ofAccount = readAccountCategories(workspace.database, 1, window)
    const own = inside.filter((each) => each.account === 1)
    const { gross, returns } = sumsOf(own)
    const net = ofAccount.flatMap(({ monthlyNet }) => monthlyNet).reduce((sum, month) => sum + month, 0)
    expect(net).toBe(gross - returns)
    for (const { categoryKey, ...sums } of ofAccount) {
      expect(sums).toMatchObject(sumsOf(own.filter((each) => categoryOf(each) === categoryKey)))
    }
  })
})

it('months of all and of one account, and net sales per month, agree with the lines', () => {
  onFreshLines(fc.constant(null), (lines) => {
    const from = monthOf(FIRST)
    const shown = lines.filter(({ account }) => account !== 4)
    const months = readMonthTotals(workspace.database, from, from + 5)
    const expected = [...new Set(shown.map(({ orderedOn }) => monthOf(orderedOn)))].sort((a, b) => a - b)
    expect(months.map(({ month }) => month)).toEqual(expected)
    for (const { month, orderCount, lineCount, ...sums } of months) {
      const own = shown.filter(({ orderedOn }) => monthOf(orderedOn) === month)
      expect(sums).toEqual(sumsOf(own))
      expect(lineCount).toBe(own.length)
      expect(orderCount).toBeLessThanOrEqual(own.length)
    }
    for (const { accountKey, net } of readMonthlyNet(workspace.database, from, from + 5)) {
      const ofAccount = readAccountMonths(workspace.database, accountKey)
      const byMonth = new Map(ofAccount.map(({ month, gross, returns }) => [month, gross - returns]))
      expect(net).toEqual(Array.from({ length: 6 }, (_, at) => byMonth.get(from + at) ?? 0))
    }
  })
})

it('the span of trade ends with the newest sale by the day asked for, returns and later sales left out', () => {
  onFreshLines(day, (lines, asOf) => {
    const span = readSalesSpan(workspace.database, asOf)
    for (const account of [1, 2, 3]) {
      const sales = lines
        .filter((each) => each.account === account && each.amount > 0 && each.orderedOn <= asOf)
        .map(({ orderedOn }) => orderedOn)
      const own = span.find(({ accountKey }) => accountKey === account)
      expect(own?.lastOrderedOn ?? null).toBe(newest(sales))
      if (own) expect(own.firstOrderedOn <= own.lastOrderedOn).toBe(true)
    }
    expect(span.every(({ accountKey }) => accountKey !== 4)).toBe(true)
  })
})

describe('one account', () => {
  const lines: TestLine[] = [
    {
      account: 1,
      order: 'A',
      orderedOn: '2024-01-10',
      amount: 10_000,
      product: 1,
      quantity: 25_000,
      channel: 'dealer',
    },
    { account: 1, order: 'B', orderedOn: '2024-01-20', amount: 20_000, product: 2 },
    { account: 1, order: 'B', orderedOn: '2024-01-20', amount: 5_000 },
    { account: 1, order: 'C', orderedOn: '2024-03-01', amount: 30_000, product: 1 },
    { account: 1, order: 'R', orderedOn: '2024-02-01', amount: -4_000, product: 1 },
    { account: 2, order: 'A', orderedOn: '2024-06-01', amount: 1_000 },
  ]

  it('has a rhythm from three days of orders on, in which returns do not count', () => {
    write(lines)
    expect(readOrderRhythm(workspace.database, 1, '2024-12-31')).toBe((10 + 41) / 2)
    expect(readOrderRhythm(workspace.database, 1, '2024-02-28')).toBeNull()
    expect(readOrderRhythm(workspace.database, 2, '2024-12-31')).toBeNull()
  })

  it('keeps the rhythm of a day on which nobody knew yet that an order would come back', () => {
    write([...lines, { account: 1, order: 'C', orderedOn: '2024-05-01', amount: -30_000, product: 1 }])
    expect(readOrderRhythm(workspace.database, 1, '2024-04-30')).toBe((10 + 41) / 2)
    expect(readOrderRhythm(workspace.database, 1, '2024-12-31')).toBeNull()
  })

  it('lists its lines newest first, with the number and sum of all that match, whatever the page', () => {
    write(lines)
    const all = listOrderLines(workspace.database, { accountKey: 1 }, { offset: 0, limit: 2 })
    expect(all).toMatchObject({ total: 5, sum: 61_000 })
    expect(all.rows.map(({ orderNumber, amount }) => [orderNumber, amount])).toEqual([
      ['C', 30_000],
      ['R', -4_000],
    ])
    const rest = listOrderLines(workspace.database, { accountKey: 1 }, { offset: 4, limit: 10 })
    expect(rest.rows).toMatchObject([
      {
        orderNumber: 'A',
        productCode: 'P1',
        category: 'Category 1',
        quantity: 2.5,
        channel: 'dealer',
        isReturn: false,
      },
    ])
    const only = (filter: object) =>
      listOrderLines(workspace.database, { accountKey: 1, ...filter }, { offset: 0, limit: 10 })
    expect(only({ kind: 'returns' })).toMatchObject({ total: 1, sum: -4_000 })
    expect(only({ kind: 'sales', categoryKey: 1 })).toMatchObject({ total: 2, sum: 40_000 })
    expect(only({ categoryKey: null })).toMatchObject({ total: 1, sum: 5_000 })
    expect(only({ from: '2024-01-20', to: '2024-02-01' })).toMatchObject({ total: 3, sum: 21_000 })
  })

  it('that is deleted no longer makes the newest day', () => {
    expect(newestOrderedOn(workspace.database)).toBeNull()
    write([...lines, { account: 4, order: 'Z', orderedOn: '2025-01-01', amount: 1_000 }])
    expect(newestOrderedOn(workspace.database)).toBe('2024-06-01')
  })
})
