import { expect, it } from 'vitest'
import { expectedValue, fitGammaGamma } from '../../../src/main/scoring/gamma-gamma.ts'
import { isMissing, readCdnowSummary } from './public-data.ts'

it.skipIf(isMissing('cdnow/cdnow_summary_x_tx_T_zbar.csv'))(
  'CDNOW, 946 repeaters: note 025 of Fader & Hardie prints p 6.25, q 3.74, v 15.44 and a mean of 35.17',
  () => {
    const fit = fitGammaGamma(readCdnowSummary().filter(({ x }) => x > 0))
    if (fit.kind === 'not-fitted') throw new Error(fit.reason)
    expect([fit.p, fit.q, fit.v].map((value) => value.toFixed(4))).toEqual(['6.2488', '3.7446', '15.4477'])
    expect(fit.logLikelihood.toFixed(3)).toBe('-4055.923')
    expect(fit.meanValue?.toFixed(2)).toBe('35.17')
    expect(fit.correlation?.toFixed(3)).toBe('0.114')
    expect(fit.customerCount).toBe(946)
  },
)

it.skipIf(isMissing('cdnow/cdnow_summary_x_tx_T_zbar.csv'))(
  'CDNOW, first ten customers at the rounded parameters of note 025',
  () => {
    const rounded = { p: 6.25, q: 3.74, v: 15.44 }
    const values = readCdnowSummary()
      .slice(0, 10)
      .map((customer) => expectedValue(rounded, customer)?.toFixed(2))
    expect(values).toEqual('24.66 18.92 35.22 35.22 35.22 71.47 18.92 35.22 27.29 35.22'.split(' '))
  },
)

it('leaves customers without repeat purchases out and refuses what a gamma variable cannot be', () => {
  const three = [
    { x: 1, meanValue: 10 },
    { x: 2, meanValue: 30 },
    { x: 4, meanValue: 80 },
  ]
  const reasonOf = (customers: typeof three) => {
    const result = fitGammaGamma(customers)
    return result.kind === 'not-fitted' ? result.reason : null
  }
  expect(reasonOf([{ x: 0, meanValue: 0 }])).toBe('too-few-repeaters')
  expect(reasonOf([...three, { x: 2, meanValue: -1 }])).toBe('impossible-value')
  expect(reasonOf([...three, { x: 2, meanValue: Number.NaN }])).toBe('impossible-value')
  expect(reasonOf(three.map(({ x }) => ({ x, meanValue: 5 })))).toBe('not-converged')
})

it('knows nobody apart where the mean has no end', () => {
  expect(expectedValue({ p: 2, q: 0.5, v: 10 }, { x: 0, meanValue: 0 })).toBeNull()
})
