import { expect, it } from 'vitest'
import {
  expectedPurchasesPareto,
  fitParetoNbd,
  probabilityActive,
} from '../../../src/main/scoring/pareto-nbd.ts'
import { isMissing, readCdnowSummary } from './public-data.ts'

it.skipIf(isMissing('cdnow/cdnow_summary_x_tx_T_zbar.csv'))(
  'CDNOW summary: Fader, Hardie & Lee 2005 print .553 10.578 .606 11.669 and LL -9595.0 for the Pareto/NBD',
  () => {
    const fit = fitParetoNbd(readCdnowSummary())
    if (fit.kind === 'not-fitted') throw new Error(fit.reason)
    expect([fit.r.toFixed(4), fit.alpha.toFixed(3), fit.s.toFixed(4)]).toEqual(['0.5533', '10.578', '0.6062'])
    // The likelihood is flat along beta: 11.668 here and in Hardie's note, 11.669 in the paper.
    expect(fit.beta.toFixed(2)).toBe('11.67')
    expect(fit.logLikelihood.toFixed(1)).toBe('-9595.0')
  },
)

it('keeps its forecasts in range at the ends: no time since the last purchase, s of 1, equal rates', () => {
  const at = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }
  expect(probabilityActive(at, { x: 3, tx: 20, T: 20 })).toBeCloseTo(1, 9)
  const customer = { x: 2, tx: 30.43, T: 38.86 }
  const near = expectedPurchasesPareto({ ...at, s: 1.001 }, customer, 39)
  expect(expectedPurchasesPareto({ ...at, s: 1 }, customer, 39)).toBeCloseTo(near, 2)
  const equal = probabilityActive({ ...at, beta: at.alpha }, customer)
  expect(probabilityActive({ ...at, beta: at.alpha + 1e-6 }, customer)).toBeCloseTo(equal, 6)
  expect(fitParetoNbd([])).toEqual({ kind: 'not-fitted', reason: 'no-customers' })
})
