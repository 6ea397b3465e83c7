import { z } from 'zod'
import { expectedPurchases, fitBgNbd, probabilityAlive, probabilityOfNone } from '../../scoring/bgnbd.ts'
import { expectedValue, fitGammaGamma } from '../../scoring/gamma-gamma.ts'
import { discountedPurchases, forecastCashFlows, marginMultiple } from '../../scoring/lifetime-value.ts'
import { fitParetoNbd } from '../../scoring/pareto-nbd.ts'
import { fitSbg, sbgSurvival } from '../../scoring/sbg.ts'
import {
  count,
  figure,
  notNegative,
  type PublishedModel,
  positive,
  publish,
  refuse,
} from './published-model.ts'

const history = z
  .object({ x: count, tx: notNegative, T: notNegative })
  .refine(({ tx, T }) => tx <= T, { error: 'Expected tx up to T', path: ['tx'] })
const histories = z.array(history).min(1)
const bgNbdParameters = z.object({ r: positive, alpha: positive, a: positive, b: positive })

const HISTORY = '{ x: repeat purchases, tx: time of the last one, T: time observed }'
const CUSTOMERS = [
  { x: 2, tx: 30.43, T: 38.86 },
  { x: 1, tx: 1.71, T: 38.86 },
  { x: 0, tx: 0, T: 38.86 },
  { x: 12, tx: 37.1, T: 37.2 },
  { x: 17, tx: 36.43, T: 38.86 },
  { x: 1, tx: 1, T: 30.86 },
  { x: 0, tx: 0, T: 29 },
  { x: 1, tx: 0.5, T: 33 },
  { x: 2, tx: 2.5, T: 33 },
  { x: 0, tx: 0, T: 33 },
]
const CDNOW = { r: 0.24259, alpha: 4.41353, a: 0.79289, b: 2.42575 }

export const CUSTOMER_BASE_MODELS: readonly PublishedModel[] = [
  publish({
    name: 'bgnbd',
    summary: 'BG/NBD fit of a customer base without contracts; degenerate when no drop-out can be told',
    input: `{ customers: [${HISTORY}] } in one unit of time`,
    output:
      '{ r, alpha, a, b, logLikelihood, degenerate, reason? } with nulls and a reason where nothing can be fitted',
    source: 'Fader, Hardie & Lee 2005; Fader & Hardie 2013, note 027',
    schema: z.strictObject({ customers: histories }),
    example: { customers: CUSTOMERS },
    answer({ customers }) {
      const fit = fitBgNbd(customers)
      if (fit.kind === 'not-fitted') {
        const none = { r: null, alpha: null, a: null, b: null, logLikelihood: null, degenerate: null }
        return unfitted('bgnbd', fit.reason, none)
      }
      const { kind: _, ...parameters } = fit
      return parameters
    },
  }),
  publish({
    name: 'bgnbd-forecast',
    summary: 'What fitted BG/NBD parameters say of single customers over a horizon',
    input: `{ parameters: { r, alpha, a, b }, customers: [${HISTORY}], horizon: number }`,
    output: '{ customers: [{ probabilityAlive, expectedPurchases, probabilityOfNone }] }',
    source: 'Fader, Hardie & Lee 2005; P(X=0) is exact, since drop-out follows a purchase only',
    schema: z.strictObject({ parameters: bgNbdParameters, customers: histories, horizon: positive }),
    example: { parameters: CDNOW, customers: [{ x: 2, tx: 30.43, T: 38.86 }], horizon: 39 },
    answer: ({ parameters, customers, horizon }) => ({
      customers: customers.map((customer) => ({
        probabilityAlive: probabilityAlive(parameters, customer),
        expectedPurchases: expectedPurchases(parameters, customer, horizon),
        probabilityOfNone: probabilityOfNone(parameters, customer, horizon),
      })),
    }),
  }),
  publish({
    name: 'pareto-nbd',
    summary: 'Pareto/NBD fit of a customer base without contracts',
    input: `{ customers: [${HISTORY}] } in one unit of time`,
    output: '{ r, alpha, s, beta, logLikelihood, reason? }',
    source: 'Schmittlein, Morrison & Colombo 1987',
    schema: z.strictObject({ customers: histories }),
    example: { customers: CUSTOMERS },
    answer({ customers }) {
      const fit = fitParetoNbd(customers)
      if (fit.kind === 'not-fitted') {
        const none = { r: null, alpha: null, s: null, beta: null, logLikelihood: null }
        return unfitted('pareto-nbd', fit.reason, none)
      }
      const { kind: _, ...parameters } = fit
      return parameters
    },
  }),
  publish({
    name: 'gamma-gamma',
    summary: 'Gamma-Gamma fit of the value of a purchase; customers without repeat purchases are left out',
    input: '{ customers: [{ x: repeat purchases, meanValue: mean value of a purchase }] }',
    output: '{ p, q, v, logLikelihood, meanValue, correlation, customerCount, expectedValues, reason? }',
    source: 'Fader & Hardie 2013, note 025',
    schema: z.strictObject({ customers: z.array(z.object({ x: count, meanValue: figure })).min(1) }),
    example: {
      customers: [
        { x: 2, meanValue: 22.35 },
        { x: 1, meanValue: 11.77 },
        { x: 7, meanValue: 73.74 },
        { x: 1, meanValue: 25.5 },
        { x: 2, meanValue: 31.1 },
        { x: 5, meanValue: 14.2 },
        { x: 3, meanValue: 46.9 },
        { x: 4, meanValue: 28.3 },
      ],
    },
    answer({ customers }) {
      const fit = fitGammaGamma(customers)
      if (fit.kind === 'not-fitted') {
        if (fit.reason === 'impossible-value') {
          refuse('gamma-gamma', 'customers', 'Expected a meanValue above 0 of every customer with x above 0')
        }
        return { p: null, q: null, v: null, logLikelihood: null, reason: fit.reason }
      }
      const { kind: _, ...parameters } = fit
      const expectedValues = customers.map((customer) => expectedValue(fit, customer))
      return { ...parameters, expectedValues }
    },
  }),
  publish({
    name: 'clv',
    summary: 'Value of a customer without end from one margin per period; rates are fractions',
    input: '{ margin, retention: 0 … 1, discount, growth?: 0, isFirstNow?: false }',
    output: '{ value, multiple, reason? }, null where growth outruns retention and discount',
    source: 'Gupta & Lehmann 2003: m·r/(1 + i − r(1 + g)); first margin now: m(1 + i)/(1 + i − r(1 + g))',
    schema: z.strictObject({
      margin: figure,
      retention: figure.min(0).max(1),
      discount: figure.gt(-1),
      growth: figure.gt(-1).optional(),
      isFirstNow: z.boolean().optional(),
    }),
    example: { margin: 100, retention: 0.9, discount: 0.12 },
    answer({ margin, ...rates }) {
      const result = marginMultiple(rates)
      if (result.kind === 'undefined') return { value: null, multiple: null, reason: result.reason }
      return { value: margin * result.multiple, multiple: result.multiple }
    },
  }),
  publish({
    name: 'clv-forecast',
    summary: 'Discounted cash flows of one customer year by year; margin is a part of sales',
    input: '{ sales, margin, retention: 0 … 1, growth, discount, years: 1 … 30 }',
    output:
      '{ value, undiscounted, years: [{ year, sales, grossProfit, survival, expectedProfit, discountFactor, presentValue }] }',
    source: 'Gupta & Lehmann 2003, with a horizon; cash flows at the end of a year',
    schema: z.strictObject({
      sales: figure,
      margin: figure.min(-1e6).max(1e6),
      retention: figure.min(0).max(1),
      growth: figure.gt(-1).max(1000),
      discount: figure.gt(-0.99).max(1000),
      years: z.int().min(1).max(30),
    }),
    example: { sales: 100_000, margin: 0.3, retention: 0.8, growth: 0.05, discount: 0.1, years: 5 },
    answer: (assumptions) => forecastCashFlows(assumptions),
  }),
  publish({
    name: 'discounted-purchases',
    summary: 'Expected purchases of the coming periods, each discounted from its own end',
    input: `{ parameters: { r, alpha, a, b }, customer: ${HISTORY}, periods: number, rate: discount per period }`,
    output: '{ value } — times the margin of a purchase it is the lifetime value',
    source: 'Fader, Hardie & Lee 2005, J. Marketing Research 42(4), in discrete periods',
    schema: z.strictObject({
      parameters: bgNbdParameters,
      customer: history,
      periods: z.int().min(1).max(2000),
      rate: figure.min(0).max(10),
    }),
    example: { parameters: CDNOW, customer: { x: 2, tx: 30.43, T: 38.86 }, periods: 52, rate: 0.0026913 },
    answer: ({ parameters, customer, periods, rate }) => ({
      value: discountedPurchases(parameters, customer, periods, rate),
    }),
  }),
  publish({
    name: 'sbg',
    summary: 'Shifted beta-geometric fit of one cohort under contract',
    input: '{ survivors: number[], renewals?: number } — customers left at the start and after each renewal',
    output: '{ alpha, beta, logLikelihood, survival, reason? }',
    source: 'Fader & Hardie 2007',
    schema: z.strictObject({
      survivors: z.array(notNegative).min(3).max(1000),
      renewals: z.int().min(1).max(1000).optional(),
    }),
    example: { survivors: [1000, 869, 743, 653, 593, 551, 517, 491] },
    answer({ survivors, renewals }) {
      const fit = fitSbg(survivors)
      if (fit.kind === 'not-fitted') {
        if (fit.reason === 'not-descending') refuse('sbg', 'survivors', 'Expected figures that never rise')
        return { alpha: null, beta: null, logLikelihood: null, survival: null, reason: fit.reason }
      }
      const { kind: _, ...parameters } = fit
      return { ...parameters, survival: sbgSurvival(fit, renewals ?? survivors.length - 1) }
    },
  }),
]

/** A history that can't be is the reader's mistake; a base that can't be fitted is an answer. */
function unfitted<None extends object>(name: string, reason: string, none: None): None & { reason: string } {
  if (reason === 'impossible-history') {
    refuse(name, 'customers', 'Expected tx 0 exactly where x is 0, and tx up to T')
  }
  return { ...none, reason }
}
