import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CRITERIA, scoringModel } from '#shared/domain/scoring-model.ts'
import { knownCounts } from '../../../src/main/scoring/account-inputs.ts'
import { criteriaWithData, proposeStarterModel } from '../../../src/main/scoring/starter-model.ts'
import { accountInputs, asOf } from './scoring-builders.ts'

const accounts = Array.from({ length: 40 }, (_, i) =>
  accountInputs({
    sales: 100_000 * (i + 1),
    marginPercent: i,
    growth: { kind: 'percent', percent: i - 10, symmetric: 0 },
    payment: null,
    influence: null,
  }),
)
const propose = (available: Parameters<typeof proposeStarterModel>[0]['available']) =>
  proposeStarterModel({ name: 'Starter', currency: 'CNY', asOf, accounts, available })

it('has the default weights when everything is known', () => {
  expect(propose(CRITERIA).criteria.map(({ key, weight }) => [key, weight])).toEqual([
    ['sales', 30],
    ['margin', 20],
    ['collection', 15],
    ['growth', 15],
    ['timeliness', 10],
    ['influence', 10],
  ])
})

it('scales the weights of orders with costs to 100 and names what is inactive', () => {
  const model = propose(['sales', 'margin', 'growth'])
  expect(model.criteria.map(({ key, weight }) => [key, weight])).toEqual([
    ['sales', 46.1],
    ['margin', 30.8],
    ['growth', 23.1],
  ])
  expect(model.inactive).toEqual(['collection', 'timeliness', 'influence'])
})

it('is a valid model whose weights add up to exactly 100 with one decimal, for any set of criteria', () => {
  fc.assert(
    fc.property(fc.subarray([...CRITERIA], { minLength: 1 }), (available) => {
      const model = propose(available)
      expect(scoringModel.safeParse(model).success).toBe(true)
      const tenths = model.criteria.map(({ weight }) => weight * 10)
      for (const weight of tenths) expect(Math.abs(weight - Math.round(weight))).toBeLessThan(1e-9)
      expect(tenths.reduce((sum, weight) => sum + Math.round(weight), 0)).toBe(1000)
      expect([...model.criteria.map(({ key }) => key), ...model.inactive].toSorted()).toEqual(
        CRITERIA.toSorted(),
      )
    }),
  )
})

it('leaves everything inactive where nothing is known', () => {
  const model = propose([])
  expect(model.criteria).toEqual([])
  expect(model.inactive).toEqual(CRITERIA)
})

it('takes anchors from accounts that bought in the window only', () => {
  const dormant = Array.from({ length: 200 }, () =>
    accountInputs({
      orderCount: 0,
      sales: 0,
      marginPercent: null,
      growth: { kind: 'lost', symmetric: -2 },
    }),
  )
  const withDormant = proposeStarterModel({
    name: 'Starter',
    currency: 'CNY',
    asOf,
    accounts: [...accounts, ...dormant],
    available: ['sales', 'growth'],
  })
  expect(withDormant.criteria).toEqual(propose(['sales', 'growth']).criteria)
})

it('rests on a criterion only when half of the buyers know it', () => {
  expect(criteriaWithData(accounts, asOf)).toEqual(['sales', 'margin', 'growth'])
  const half = accounts.map((account, i) => (i % 2 === 0 ? account : { ...account, marginPercent: null }))
  expect(criteriaWithData(half, asOf)).toContain('margin')
  const fewer = half.map((account, i) => (i === 0 ? { ...account, marginPercent: null } : account))
  expect(criteriaWithData(fewer, asOf)).not.toContain('margin')
  expect(criteriaWithData([], asOf)).toEqual([])
  expect(knownCounts(fewer, asOf).margin).toBe(19)
})
