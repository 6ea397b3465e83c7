import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  applyBatchState,
  restoreBatch,
  withdrawBatch,
} from '../../../src/main/domains/order/order-batches.ts'
import { recategoriseProducts, restateCurrency } from '../../../src/main/domains/order/rebuild-aggregates.ts'
import { createOrderWorkspace, type OrderWorkspace, type TestLine } from './order-workspace.ts'

let workspace: OrderWorkspace
beforeAll(() => {
  workspace = createOrderWorkspace()
})
beforeEach(() => workspace.clear())
afterAll(() => workspace.close())

function open(): OrderWorkspace {
  workspace.clear()
  return workspace
}

const line: fc.Arbitrary<TestLine> = fc.record({
  account: fc.integer({ min: 1, max: 4 }),
  order: fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4', '甲-5'),
  orderedOn: fc.constantFrom(
    '2023-12-31',
    '2024-01-01',
    '2024-01-15',
    '2024-02-29',
    '2024-03-01',
    '2025-01-15',
  ),
  amount: fc.oneof(
    fc.constantFrom(0, 1, -1, 100_000, -100_000),
    fc.integer({ min: -3_000_000, max: 9_000_000 }),
  ),
  product: fc.option(fc.integer({ min: 1, max: 4 })),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  cost: fc.option(fc.constantFrom(0, 5_000, -5_000, 12_345)),
  channel: fc.constantFrom(null, 'dealer'),
})

type Step =
  | { kind: 'write'; lines: TestLine[] }
  | { kind: 'again'; batch: number }
  | { kind: 'turn'; batch: number }
  | { kind: 'category'; product: number; category: number | null }
  | { kind: 'rate'; rate: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('write' as const), lines: fc.array(line, { maxLength: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), batch: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), batch: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('category' as const),
      product: fc.integer({ min: 1, max: 4 }),
      category: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rate' as const),
      rate: fc.constantFrom(7.1, 7.25, 0.5, 0.00003),
    }),
  },
)

it('aggregates equal a rebuild from the lines after any sequence of changes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const { database, ...own } = open()
      own.setRate('USD', 7.1)
      const written: TestLine[][] = []
      const batches: { key: number; isWithdrawn: boolean }[] = []
      for (const next of steps) {
        if (next.kind === 'write') {
          written.push(next.lines)
          batches.push({ key: own.write(next.lines), isWithdrawn: false })
        } else if (next.kind === 'again') {
          const lines = written[next.batch % Math.max(1, written.length)]
          if (lines) batches.push({ key: own.write(lines), isWithdrawn: false })
        } else if (next.kind === 'turn') {
          const batch = batches[next.batch % Math.max(1, batches.length)]
          if (!batch) continue
          if (batch.isWithdrawn) restoreBatch(database, batch.key)
          else withdrawBatch(database, batch.key)
          batch.isWithdrawn = !batch.isWithdrawn
        } else if (next.kind === 'category') {
          recategoriseProducts(database, [own.setCategory(next.product, next.category)])
        } else restateCurrency(database, [own.setRate('USD', next.rate)])
        expect(own.aggregates()).toEqual(own.rebuilt())
      }
    }),
    { numRuns: 60 },
  )
})

it('a batch that is withdrawn and restored leaves lines and aggregates as they were', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.array(line, { maxLength: 20 }),
      (first, second) => {
        const { database, ...own } = open()
        own.setRate('USD', 7.1)
        const before = own.write(first)
        const beforeRows = [...own.lines(), ...own.aggregates()]
        const after = own.write(second)
        const afterRows = [...own.lines(), ...own.aggregates()]
        withdrawBatch(database, after)
        expect([...own.lines(), ...own.aggregates()]).toEqual(beforeRows)
        restoreBatch(database, after)
        expect([...own.lines(), ...own.aggregates()]).toEqual(afterRows)
        withdrawBatch(database, before)
        restoreBatch(database, before)
        expect([...own.lines(), ...own.aggregates()]).toEqual(afterRows)
      },
    ),
    { numRuns: 60 },
  )
})

it('a batch written while another one waits does not take the keys of the waiting lines', () => {
  const { database, ...own } = open()
  const waiting = own.write([
    { account: 1, order: 'A-1', orderedOn: '2024-01-01', amount: 10_000 },
    { account: 1, order: 'A-2', orderedOn: '2024-01-02', amount: 20_000 },
  ])
  withdrawBatch(database, waiting)
  own.write([{ account: 2, order: 'B-1', orderedOn: '2024-01-03', amount: 30_000 }])
  restoreBatch(database, waiting)
  expect(own.lines()).toHaveLength(3)
  expect(own.aggregates()).toEqual(own.rebuilt())
})

it('a line that another batch has brought meanwhile stands once when the first batch comes back', () => {
  const { database, ...own } = open()
  const lines: TestLine[] = [
    { account: 1, order: 'A-1', orderedOn: '2024-01-01', amount: 10_000, product: 2 },
  ]
  const state = (batch: number, isWithdrawn: number) => {
    database.sqlite.prepare('UPDATE fact_batch SET is_withdrawn = ? WHERE key = ?').run(isWithdrawn, batch)
    applyBatchState(database, [own.batchId(batch)])
  }
  const first = own.write(lines)
  state(first, 1)
  const second = own.write(lines)
  state(first, 0)
  expect(own.lines()).toHaveLength(1)
  state(second, 1)
  expect(own.lines()).toHaveLength(1)
  state(first, 1)
  expect(own.lines()).toHaveLength(0)
  state(second, 0)
  expect(own.lines()).toHaveLength(1)
  expect(own.aggregates()).toEqual(own.rebuilt())
})

it('an order counts in the month of its first line, and not at all once it went back whole', () => {
  const { database, ...own } = open()
  own.write([
    { account: 1, order: 'BLANKET', orderedOn: '2024-03-10', amount: 50_000 },
    { account: 1, order: 'BLANKET', orderedOn: '2024-01-20', amount: 50_000 },
    { account: 1, order: 'BLANKET', orderedOn: '2024-02-15', amount: 50_000 },
    { account: 1, order: 'BACK', orderedOn: '2024-02-01', amount: 70_000 },
  ])
  const orderCounts = () =>
    database.sqlite.prepare<[], number>('SELECT order_count FROM account_month ORDER BY month').pluck().all()
  expect(orderCounts()).toEqual([1, 1, 0])
  own.write([{ account: 1, order: 'BACK', orderedOn: '2024-03-20', amount: -70_000 }])
  expect(orderCounts()).toEqual([1, 0, 0])
})
