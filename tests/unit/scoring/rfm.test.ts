import fc from 'fast-check'
import { expect, it } from 'vitest'
import { daysBetween } from '#shared/domain/calendar.ts'
import { RFM_SEGMENTS, type RfmSegment } from '#shared/domain/rfm.ts'
import { proposeRfmBands, type RfmCustomer, scoreRfm, segmentOf } from '../../../src/main/scoring/rfm.ts'
import {
  figuresByCustomer,
  isMissing,
  type Purchase,
  readCdnowMaster,
  readOnlineRetail,
} from './public-data.ts'

const bands = {
  recencyDays: [30, 60, 90, 180],
  orderCount: [2, 4, 8, 16],
  netSales: [1_000, 5_000, 20_000, 100_000],
}

function rfmCustomers(purchases: readonly Purchase[], asOf: string): RfmCustomer[] {
  return figuresByCustomer(purchases).map((customer) => ({
    id: customer.id,
    recencyDays: daysBetween(customer.lastOn, asOf),
    orderCount: customer.orders.size,
    netSales: customer.value,
  }))
}

it('scores fixed bands with both ends where the table says', () => {
  const customers = [
    { id: 'on the day', recencyDays: 0, orderCount: 16, netSales: 100_000 },
    { id: 'last day of 5', recencyDays: 30, orderCount: 15, netSales: 99_999 },
    { id: 'first day of 4', recencyDays: 31, orderCount: 4, netSales: 5_000 },
    { id: 'last day of 2', recencyDays: 180, orderCount: 2, netSales: 1_000 },
    { id: 'first day of 1', recencyDays: 181, orderCount: 1, netSales: 999 },
    { id: 'net returner', recencyDays: 400, orderCount: 0, netSales: -50 },
  ]
  const { scores, method } = scoreRfm(customers, { method: 'bands', bands })
  expect(method).toBe('bands')
  expect([...scores.values()].map((s) => `${s.recency}${s.frequency}${s.monetary}`)).toEqual([
    '555',
    '544',
    '433',
    '222',
    '111',
    '111',
  ])
})

it('falls back to bands below 50 customers and says so', () => {
  const customers = Array.from({ length: 49 }, (_, i) => ({
    id: `c${i}`,
    recencyDays: i,
    orderCount: i,
    netSales: i,
  }))
  expect(scoreRfm(customers, { method: 'quintiles', bands }).method).toBe('bands')
  const enough = [...customers, { id: 'c49', recencyDays: 49, orderCount: 49, netSales: 49 }]
  const { scores, method } = scoreRfm(enough, { method: 'quintiles', bands })
  expect(method).toBe('quintiles')
  expect(scores.get('c0')).toEqual({ recency: 5, frequency: 1, monetary: 1 })
  expect(scores.get('c49')).toEqual({ recency: 1, frequency: 5, monetary: 5 })
})

// Regression values of scoring.md 1.2, computed once from the public CDNOW data.
it.skipIf(isMissing('cdnow/cdnow_master.csv.gz'))(
  'CDNOW master: the half that bought once shares frequency score 2 and nobody scores 111',
  () => {
    const customers = rfmCustomers(readCdnowMaster(), '1998-07-01')
    const { scores } = scoreRfm(customers, { method: 'quintiles', bands: proposeRfmBands(customers) })
    const once = customers.filter((customer) => customer.orderCount === 1)
    expect(once.length / customers.length).toBeGreaterThan(0.48)
    expect(once.length / customers.length).toBeLessThan(0.53)
    expect(new Set(once.map((customer) => scores.get(customer.id)?.frequency))).toEqual(new Set([2]))
    const worst = [...scores.values()].filter((s) => s.recency === 1 && s.frequency === 1 && s.monetary === 1)
    expect(worst).toHaveLength(0)
  },
)

it.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'Online Retail as of 2011-12-10: every customer scored, quintiles of sales of equal size',
  () => {
    const customers = rfmCustomers(readOnlineRetail(), '2011-12-10')
    const { scores } = scoreRfm(customers, { method: 'quintiles', bands: proposeRfmBands(customers) })
    expect(scores.size).toBe(4338)
    for (const score of [1, 2, 3, 4, 5]) {
      const size = [...scores.values()].filter((s) => s.monetary === score).length
      expect(Math.abs(size - 4338 / 5)).toBeLessThan(3)
    }
  },
)

const customer = fc.record({
  recencyDays: fc.integer({ min: 0, max: 400 }),
  orderCount: fc.integer({ min: 0, max: 6 }),
  netSales: fc.integer({ min: -100, max: 300_000 }),
})

it('gives equal customers equal scores and never a worse one to the better customer', () => {
  fc.assert(
    fc.property(
      fc.array(customer, { minLength: 50, maxLength: 90 }),
      fc.constantFrom('bands' as const, 'quintiles' as const),
      (rows, method) => {
        const customers = rows.map((row, i) => ({ id: `c${i}`, ...row }))
        const { scores } = scoreRfm(customers, { method, bands: proposeRfmBands(customers) })
        for (const [measure, score, direction] of [
          ['recencyDays', 'recency', -1],
          ['orderCount', 'frequency', 1],
          ['netSales', 'monetary', 1],
        ] as const) {
          const ordered = customers.toSorted((x, y) => direction * (x[measure] - y[measure]))
          ordered.forEach((entry, i) => {
            const own = scores.get(entry.id)?.[score] ?? 0
            expect([1, 2, 3, 4, 5]).toContain(own)
            const below = ordered[i - 1]
            if (!below) return
            const lower = scores.get(below.id)?.[score] ?? 0
            if (below[measure] === entry[measure]) expect(own).toBe(lower)
            else expect(own).toBeGreaterThanOrEqual(lower)
          })
        }
      },
    ),
  )
})

it('proposes strictly ascending bands from any customers, none included', () => {
  fc.assert(
    fc.property(fc.array(customer, { maxLength: 40 }), (rows) => {
      const proposed = proposeRfmBands(rows.map((row, i) => ({ id: `c${i}`, ...row })))
      for (const limits of Object.values(proposed)) {
        expect(limits).toHaveLength(4)
        limits.forEach((limit: number, i: number) => {
          expect(limit).toBeGreaterThan(i === 0 ? 0 : (limits[i - 1] ?? Number.NaN))
        })
      }
    }),
  )
})

it('leaves a single order in frequency score 1, also where most customers order once', () => {
  const customers = Array.from({ length: 20 }, (_, i) => ({
    id: `c${i}`,
    recencyDays: 10,
    orderCount: 1,
    netSales: 100,
  }))
  expect(proposeRfmBands(customers).orderCount).toEqual([2, 3, 4, 5])
})

it.each([
  [5, 5, 5, 'champions'],
  [4, 4, 4, 'champions'],
  [3, 5, 5, 'loyal'],
  [5, 2, 5, 'loyal'],
  [5, 1, 1, 'promising'],
  [3, 2, 2, 'needs-attention'],
  [2, 1, 1, 'needs-attention'],
  [1, 5, 5, 'at-risk'],
  [2, 3, 3, 'at-risk'],
  [1, 2, 2, 'lost'],
] satisfies [number, number, number, RfmSegment][])(
  'segment of %i%i%i is %s',
  (recency, frequency, monetary, segment) => {
    expect(segmentOf({ recency, frequency, monetary }, false)).toBe(segment)
    expect(segmentOf({ recency, frequency, monetary }, true)).toBe('new')
  },
)

it('uses every segment', () => {
  const scores = [1, 2, 3, 4, 5]
  const seen = new Set<RfmSegment>()
  for (const recency of scores)
    for (const frequency of scores)
      for (const monetary of scores)
        for (const isNew of [true, false]) seen.add(segmentOf({ recency, frequency, monetary }, isNew))
  expect(seen).toEqual(new Set(RFM_SEGMENTS))
})
