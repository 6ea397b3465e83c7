import { expect, it } from 'vitest'
import {
  type BaseCustomer,
  estimateCustomerBase,
  forecastCustomer,
} from '../../../src/main/scoring/customer-base.ts'
import { historyInWeeks } from '../../../src/main/scoring/purchase-history.ts'
import { isMissing, type Purchase, purchaseDays, readCdnowSample, readOnlineRetail } from './public-data.ts'

function baseOf(purchases: Purchase[], until: string): BaseCustomer[] {
  return purchaseDays(purchases).flatMap((days) => {
    const known = days.filter(({ on }) => on <= until)
    const history = historyInWeeks(
      known.map(({ on }) => on),
      until,
    )
    if (!history) return []
    const repeats = known.slice(1)
    const sum = repeats.reduce((total, { value }) => total + value, 0)
    return [{ ...history, meanProfit: repeats.length > 0 ? sum / repeats.length : null }]
  })
}

const reasonOf = (customers: BaseCustomer[]) => {
  const base = estimateCustomerBase(customers)
  return base.kind === 'not-estimable' ? base.reason : null
}

/** Varied, regular customers: x repeat purchases a fortnight apart. */
const regulars = (count: number, x = 6): BaseCustomer[] =>
  Array.from({ length: count }, (_, i) => ({
    x,
    tx: 2 * x + (i % 7) / 7,
    T: 2 * x + 3 + (i % 11),
    meanProfit: 50 + i,
  }))

it('counts several orders of one day once and those after the end not at all', () => {
  const days = ['2025-01-01', '2025-01-01', '2025-01-15', '2025-01-15', '2025-03-01']
  expect(historyInWeeks(days, '2025-01-29')).toEqual({ x: 1, tx: 2, T: 4 })
  expect(historyInWeeks(days, '2024-12-31')).toBeNull()
})

it('asks for a hundred customers, fifty that came back twice, and a history of two gaps', () => {
  expect(reasonOf(regulars(99))).toBe('too-few-customers')
  expect(reasonOf([...regulars(49), ...regulars(60, 1)])).toBe('too-few-repeaters')
  const young = regulars(60).map((customer) => ({ ...customer, x: 2, tx: 10, T: 10.5 }))
  const single = Array.from({ length: 80 }, () => ({ x: 0, tx: 0, T: 3, meanProfit: null }))
  expect(reasonOf([...young, ...single])).toBe('short-history')
})

it('takes no profit model from purchases whose worth follows their number', () => {
  const customers = Array.from({ length: 200 }, (_, i) => {
    const x = 1 + (i % 20)
    return { x, tx: x * 1.5 + (i % 7) / 7, T: 40 + (i % 13), meanProfit: 10 * x + (i % 5) }
  })
  const base = estimateCustomerBase(customers)
  expect(base.kind === 'estimated' && base.profit).toMatchObject({
    kind: 'not-estimable',
    reason: 'value-follows-frequency',
  })
})

it.skipIf(isMissing('cdnow/cdnow_sample.csv'))(
  'leaves unprofitable customers out of the profit model alone',
  () => {
    const customers = baseOf(readCdnowSample(), '1997-09-30')
    const soured = customers.map((customer, at) =>
      at % 10 === 0 ? { ...customer, meanProfit: -5 } : customer,
    )
    const base = estimateCustomerBase(soured)
    if (base.kind === 'not-estimable' || base.profit.kind === 'not-estimable') throw new Error('no estimate')
    expect(base.facts.customerCount).toBe(customers.length)
    expect(base.profit.leftOut).toBeGreaterThan(50)
    const unprofitable = soured.find((customer) => customer.x > 2 && (customer.meanProfit ?? 0) < 0)
    if (!unprofitable) throw new Error('none')
    const forecast = forecastCustomer(base, unprofitable, 13)
    expect(forecast.profitPerPurchase).toBeNull()
    expect(forecast.alive).toBeGreaterThan(0)
  },
)

it.skipIf(isMissing('cdnow/cdnow_sample.csv'))('calls nobody healthy for having bought once', () => {
  const base = estimateCustomerBase(baseOf(readCdnowSample(), '1997-09-30'))
  if (base.kind === 'not-estimable') throw new Error(base.reason)
  expect(forecastCustomer(base, { x: 0, tx: 0, T: 38, meanProfit: null }, 13).alive).toBeNull()
})

it.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'says of nobody in Online Retail how likely it is still a customer',
  () => {
    const customers = baseOf(readOnlineRetail(), '2011-12-09')
    const base = estimateCustomerBase(customers)
    if (base.kind === 'not-estimable') throw new Error(base.reason)
    expect(base.fit.degenerate).toBe(true)
    const forecasts = customers.map((customer) => forecastCustomer(base, customer, 13))
    expect(forecasts.every((forecast) => forecast.alive === null)).toBe(true)
    expect(forecasts.every((forecast) => forecast.noPurchase >= 0 && forecast.noPurchase <= 1)).toBe(true)
    expect(forecasts.every((forecast) => Number.isFinite(forecast.expectedPurchases))).toBe(true)
  },
)
