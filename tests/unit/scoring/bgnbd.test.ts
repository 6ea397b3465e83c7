import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type BgNbdFit,
  bgNbdLogLikelihood,
  expectedPurchases,
  expectedPurchasesOfNew,
  fitBgNbd,
  type NotFitted,
  probabilityAlive,
  probabilityOfCount,
  probabilityOfNone,
} from '../../../src/main/scoring/bgnbd.ts'
import { historyInWeeks, type PurchaseHistory } from '../../../src/main/scoring/purchase-history.ts'
import {
  isMissing,
  purchaseDays,
  readCdnowMaster,
  readCdnowSample,
  readCdnowSummary,
  readOnlineRetail,
} from './public-data.ts'

/** Fader, Hardie & Lee 2005, table 2. */
const paper = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

function fitted(result: BgNbdFit | NotFitted): BgNbdFit {
  if (result.kind === 'not-fitted') throw new Error(result.reason)
  return result
}

const digits = (fit: BgNbdFit, places: number) =>
  [fit.r, fit.alpha, fit.a, fit.b].map((value) => value.toFixed(places))

it('parameters of drop-out that run off together are one chance for all, not a missing drop-out', () => {
  const histories: PurchaseHistory[] = [
    { x: 2, tx: 30.43, T: 38.86 },
    { x: 1, tx: 1.71, T: 38.86 },
    { x: 0, tx: 0, T: 38.86 },
    { x: 4, tx: 35.1, T: 37.2 },
    { x: 7, tx: 29.43, T: 38.86 },
    { x: 1, tx: 5, T: 30.86 },
    { x: 0, tx: 0, T: 29 },
    { x: 3, tx: 8.5, T: 33 },
  ]
  const fit = fitted(fitBgNbd(histories))
  expect(fit.b).toBeGreaterThan(1e7)
  expect(fit.a / (fit.a + fit.b)).toBeCloseTo(0.1958, 3)
  expect(fit.degenerate).toBe(false)
})

it.skipIf(isMissing('cdnow/cdnow_summary_x_tx_T_zbar.csv'))(
  'CDNOW summary: Fader, Hardie & Lee 2005 print .243 4.414 .793 2.426 and LL -9582.4',
  () => {
    const fit = fitted(fitBgNbd(readCdnowSummary()))
    expect(digits(fit, 3)).toEqual(['0.243', '4.414', '0.793', '2.426'])
    expect(digits(fit, 5)).toEqual(['0.24259', '4.41353', '0.79289', '2.42575'])
    expect(fit.logLikelihood.toFixed(4)).toBe('-9582.4256')
    expect(fit.degenerate).toBe(false)
  },
)

it.skipIf(isMissing('cdnow/cdnow_summary_x_tx_T_zbar.csv'))(
  'CDNOW customer 1: the sheet of Fader & Hardie expects 1.226 purchases in 39 weeks, P(alive) .72661',
  () => {
    const fit = fitted(fitBgNbd(readCdnowSummary()))
    const customer = { x: 2, tx: 30.43, T: 38.86 }
    expect(probabilityAlive(fit, customer).toFixed(5)).toBe('0.72661')
    expect(expectedPurchases(fit, customer, 39).toFixed(5)).toBe('1.22591')
    const times = [0.1429, 1, 3, 31.8571, 32, 78]
    expect(times.map((time) => expectedPurchasesOfNew(fit, time).toFixed(4))).toEqual([
      '0.0078',
      '0.0532',
      '0.1506',
      '1.0405',
      '1.0437',
      '1.8580',
    ])
  },
)

it('counts purchases as the manual of BTYD for R does: P(X(39)=0) .5737864, P(X(2)=10) 1.07869e-7', () => {
  expect(probabilityOfCount(paper, 39, 0).toFixed(7)).toBe('0.5737864')
  expect(probabilityOfCount(paper, 2, 10).toPrecision(6)).toBe('1.07869e-7')
})

it.skipIf(isMissing('cdnow/cdnow_sample.csv'))(
  'CDNOW sample rebuilt from its purchases up to 1997-09-30 fits .24259 4.41360 .79292 2.42591, LL -9582.4292',
  () => {
    const fit = fitted(fitBgNbd(historiesOf(readCdnowSample(), '1997-09-30')))
    expect(digits(fit, 5)).toEqual(['0.24259', '4.41360', '0.79292', '2.42591'])
    expect(fit.logLikelihood.toFixed(4)).toBe('-9582.4292')
  },
)

it.skipIf(isMissing('cdnow/cdnow_sample.csv'))(
  'CDNOW hold-out, weeks 40 to 78: 1882 purchases were made, 1653.4 predicted, with the published means by x',
  () => {
    const customers = purchaseDays(readCdnowSample())
    const histories = historiesOf(readCdnowSample(), '1997-09-30')
    const fit = fitted(fitBgNbd(histories))
    const groups = Array.from({ length: 8 }, () => ({ count: 0, made: 0, expected: 0 }))
    histories.forEach((history, at) => {
      const group = groups[Math.min(history.x, 7)]
      if (!group) return
      group.count += 1
      group.made += customers[at]?.filter(({ on }) => on > '1997-09-30').length ?? 0
      group.expected += expectedPurchases(fit, history, 39)
    })
    const means = (of: 'made' | 'expected') => groups.map((group) => (group[of] / group.count).toFixed(3))
    expect(groups.reduce((sum, group) => sum + group.made, 0)).toBe(1882)
    expect(groups.reduce((sum, group) => sum + group.expected, 0).toFixed(1)).toBe('1653.4')
    expect(means('made')).toEqual('0.237 0.697 1.393 1.560 2.532 2.947 3.862 6.359'.split(' '))
    expect(means('expected')).toEqual('0.225 0.523 1.044 1.520 2.164 2.654 3.504 6.157'.split(' '))
  },
)

// scoring.md 5: fits on the full windows, equal to those of lifetimes 0.11.3 for Python to four decimals.
it.skipIf(isMissing('cdnow/cdnow_master.csv.gz'))(
  'CDNOW, all 78 weeks: sample and master fit as lifetimes 0.11.3 does',
  () => {
    const sample = fitted(fitBgNbd(historiesOf(readCdnowSample(), '1998-06-30')))
    expect(digits(sample, 4)).toEqual(['0.2536', '5.4473', '0.6074', '2.6472'])
    expect(sample.logLikelihood.toFixed(3)).toBe('-17138.234')
    const master = fitted(fitBgNbd(historiesOf(readCdnowMaster(), '1998-06-30')))
    expect(digits(master, 5)).toEqual(['0.26713', '5.98649', '0.48352', '2.11161'])
    expect(master.logLikelihood.toFixed(4)).toBe('-173425.9163')
  },
)

it.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'Online Retail has no drop-out to tell, and 1 − P(alive) ranks worse than chance where P(X=0) ranks best',
  () => {
    const purchases = readOnlineRetail()
    const whole = fitted(fitBgNbd(historiesOf(purchases, '2011-12-10')))
    expect(whole.degenerate).toBe(true)
    expect(whole.r.toFixed(4)).toBe('0.8257')
    expect(whole.alpha.toFixed(3)).toBe('9.890')
    expect(whole.logLikelihood.toFixed(3)).toBe('-37697.307')

    const cutOff = '2011-09-09'
    const customers = purchaseDays(purchases).flatMap((days) => {
      const history = historyInWeeks(
        days.map(({ on }) => on),
        cutOff,
      )
      return history ? [{ history, hasLapsed: days.every(({ on }) => on <= cutOff) }] : []
    })
    expect(customers).toHaveLength(3370)
    const fit = fitted(fitBgNbd(customers.map(({ history }) => history)))
    expect(fit.degenerate).toBe(true)
    expect(fit.a / (fit.a + fit.b)).toBeLessThan(1e-9)
    const rank = (risk: (history: PurchaseHistory) => number) =>
      areaUnderCurve(customers.map(({ history, hasLapsed }) => ({ risk: risk(history), hasLapsed }))).toFixed(
        3,
      )
    expect(rank((history) => probabilityOfNone(fit, history, 13))).toBe('0.733')
    expect(rank((history) => -expectedPurchases(fit, history, 13))).toBe('0.729')
    expect(rank((history) => 1 - probabilityAlive(fit, history))).toBe('0.359')
  },
)

it('refuses what cannot be fitted with a reason', () => {
  const reasonOf = (customers: PurchaseHistory[]) => {
    const result = fitBgNbd(customers)
    return result.kind === 'not-fitted' ? result.reason : null
  }
  expect(reasonOf([])).toBe('no-customers')
  expect(reasonOf([{ x: 0, tx: 0, T: 10 }])).toBe('no-repeat-purchases')
  expect(reasonOf([{ x: 1.5, tx: 1, T: 10 }])).toBe('impossible-history')
  expect(reasonOf([{ x: 1, tx: 11, T: 10 }])).toBe('impossible-history')
  expect(reasonOf([{ x: 1, tx: 0, T: 10 }])).toBe('impossible-history')
  expect(reasonOf([{ x: 1, tx: 1, T: Number.NaN }])).toBe('impossible-history')
})

const history = fc
  .record({
    x: fc.integer({ min: 0, max: 400 }),
    tx: fc.double({ min: 0.1, max: 1, noNaN: true }),
    T: fc.double({ min: 1, max: 600, noNaN: true }),
  })
  .map(({ x, tx, T }) => ({ x, tx: x === 0 ? 0 : tx * T, T }))
const parameter = fc.double({ min: -6, max: 5, noNaN: true }).map(Math.exp)
const parameters = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter })

it('forecasts a number in range for any customer at any parameters, also where a is 1', () => {
  const horizon = fc.double({ min: 0.1, max: 520, noNaN: true })
  fc.assert(
    fc.property(parameters, history, horizon, fc.boolean(), (drawn, customer, weeks, isOne) => {
      const model = isOne ? { ...drawn, a: 1 } : drawn
      const none = probabilityOfNone(model, customer, weeks)
      const expected = expectedPurchases(model, customer, weeks)
      expect(none).toBeGreaterThanOrEqual(0)
      expect(none).toBeLessThanOrEqual(1)
      expect(Number.isFinite(expected)).toBe(true)
      // At least one purchase is expected no less often than any is made.
      expect(expected).toBeGreaterThanOrEqual(1 - none - 1e-6)
    }),
    { numRuns: 2000 },
  )
})

it('adds the chances of all counts up to 1', () => {
  const total = Array.from({ length: 400 }, (_, x) => probabilityOfCount(paper, 39, x)).reduce(
    (sum, p) => sum + p,
  )
  expect(total).toBeCloseTo(1, 6)
})

it('finds a higher likelihood than any neighbour and never a number that is none', () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 60 }), (customers) => {
      const fit = fitBgNbd(customers)
      if (fit.kind === 'not-fitted') return
      const figures = [fit.r, fit.alpha, fit.a, fit.b, fit.logLikelihood]
      expect(figures.every(Number.isFinite)).toBe(true)
      if (fit.degenerate) return
      for (const name of ['r', 'alpha', 'a', 'b'] as const) {
        const beside = bgNbdLogLikelihood(customers, { ...fit, [name]: fit[name] * 1.02 })
        expect(beside).toBeLessThanOrEqual(fit.logLikelihood + 1e-6 * Math.abs(fit.logLikelihood))
      }
    }),
    { numRuns: 60 },
  )
})

function historiesOf(purchases: ReturnType<typeof readCdnowSample>, until: string): PurchaseHistory[] {
  return purchaseDays(purchases).flatMap((days) => {
    const found = historyInWeeks(
      days.map(({ on }) => on),
      until,
    )
    return found ? [found] : []
  })
}

/** Chance that a customer that lapsed has the higher risk of two. */
function areaUnderCurve(customers: { risk: number; hasLapsed: boolean }[]): number {
  const ranked = customers.toSorted((one, other) => one.risk - other.risk)
  const lapsed = customers.filter((customer) => customer.hasLapsed).length
  let ranks = 0
  for (let from = 0; from < ranked.length; ) {
    let to = from
    while (ranked[to]?.risk === ranked[from]?.risk && to < ranked.length) to += 1
    for (const customer of ranked.slice(from, to)) if (customer.hasLapsed) ranks += (from + 1 + to) / 2
    from = to
  }
  return (ranks - (lapsed * (lapsed + 1)) / 2) / (lapsed * (customers.length - lapsed))
}
