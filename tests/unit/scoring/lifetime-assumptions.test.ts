import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proposeAssumptions, retentionBySize } from '../../../src/main/scoring/lifetime-assumptions.ts'

const figures = {
  hasTraded: true,
  netSales: 1200,
  priorNetSales: 1000,
  windowMonths: 12,
  marginPercent: 25,
  growthPercent: 4,
}
const surroundings = { marginPercent: 18, retentionOf: retentionBySize(null) }

it('takes what the account shows, and names what it does not', () => {
  expect(proposeAssumptions(figures, surroundings)).toEqual({
    sales: { value: 1200, source: 'window-sales', basis: 12 },
    marginPercent: { value: 25, source: 'own-margin', basis: null },
    retentionPercent: { value: 80, source: 'starting-value', basis: null },
    growthPercent: { value: 4, source: 'own-growth', basis: 4 },
    discountPercent: { value: 10, source: 'starting-value', basis: null },
    years: { value: 5, source: 'starting-value', basis: null },
  })
  const unknown = { ...figures, marginPercent: null, growthPercent: null }
  expect(proposeAssumptions(unknown, surroundings)).toMatchObject({
    marginPercent: { value: 18, source: 'portfolio-margin' },
    growthPercent: { value: 0, source: 'starting-value' },
  })
  expect(proposeAssumptions(unknown, { ...surroundings, marginPercent: null }).marginPercent).toEqual({
    value: null,
    source: 'unknown',
    basis: null,
  })
})

it('restates a window of another length for a year, and knows no sales of who never traded', () => {
  expect(proposeAssumptions({ ...figures, windowMonths: 6 }, surroundings).sales.value).toBe(2400)
  expect(proposeAssumptions({ ...figures, netSales: -50 }, surroundings).sales).toMatchObject({
    value: 0,
    source: 'no-sales',
  })
  expect(proposeAssumptions({ ...figures, hasTraded: false }, surroundings).sales.value).toBeNull()
})

it('takes chances and growth of windows that are no year to a year, and no growth from another season', () => {
  const growth = (windowMonths: number) =>
    proposeAssumptions({ ...figures, growthPercent: 4, windowMonths }, surroundings).growthPercent
  expect(growth(24).value).toBeCloseTo((1.04 ** 0.5 - 1) * 100, 9)
  expect(growth(3)).toEqual({ value: 0, source: 'starting-value', basis: null })
  const accounts = Array.from({ length: 30 }, () => ({ priorNetSales: 100, netSales: 100 }))
  const [quarter, year] = [3, 12].map((months) => retentionBySize(accounts, months)(100).value ?? 0)
  expect(year).toBeCloseTo((31 / 32) * 100, 9)
  expect(quarter).toBeCloseTo((31 / 32) ** 4 * 100, 9)
})

it('lets no growth of a single year go on for years', () => {
  const growth = (growthPercent: number) =>
    proposeAssumptions({ ...figures, growthPercent }, surroundings).growthPercent
  expect(growth(240)).toEqual({ value: 10, source: 'own-growth-limited', basis: 240 })
  expect(growth(-60)).toEqual({ value: -10, source: 'own-growth-limited', basis: -60 })
})

it('takes retention from accounts of the same size, and from all where there are few', () => {
  const accounts = Array.from({ length: 90 }, (_, i) => ({
    priorNetSales: (i + 1) * 100,
    // Of the smallest thirty half came back, of the others all.
    netSales: i < 30 && i % 2 === 0 ? 0 : 50,
  }))
  const retentionOf = retentionBySize(accounts)
  expect(retentionOf(100)).toEqual({ value: 50, source: 'similar-accounts', basis: 30 })
  expect(retentionOf(9000).value).toBeCloseTo((31 / 32) * 100, 9)
  expect(retentionOf(0)).toMatchObject({ source: 'all-accounts', basis: 90 })
  expect(retentionBySize(accounts.slice(0, 40))(100)).toMatchObject({ source: 'all-accounts', basis: 40 })
  expect(retentionBySize(accounts.slice(0, 4))(100)).toMatchObject({ value: 80, source: 'starting-value' })
})

it('never takes leaving or staying for certain', () => {
  const account = fc.record({
    priorNetSales: fc.integer({ min: -10, max: 50 }),
    netSales: fc.integer({ min: -5, max: 5 }),
  })
  fc.assert(
    fc.property(
      fc.array(account, { maxLength: 150 }),
      fc.integer({ min: -10, max: 60 }),
      (accounts, sales) => {
        const { value } = retentionBySize(accounts)(sales)
        expect(value).toBeGreaterThan(0)
        expect(value).toBeLessThan(100)
      },
    ),
  )
})
