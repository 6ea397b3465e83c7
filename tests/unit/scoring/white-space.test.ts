import { expect, it } from 'vitest'
import { proposeDealPotential } from '../../../src/main/scoring/deal-potential.ts'
import { pipelineOf, weightedValue } from '../../../src/main/scoring/pipeline.ts'
import { cellOf } from '../../../src/main/scoring/white-space.ts'

const facts = { sales: 0, wallet: null, openAmount: null, noted: null }

it('a category of which nobody knows anything is unknown, not white and not zero', () => {
  expect(cellOf(facts)).toEqual({ kind: 'unknown', potential: null, potentialFrom: null })
})

it('spend without our sales is white with all of the spend', () => {
  expect(cellOf({ ...facts, wallet: 900, openAmount: 400 })).toEqual({
    kind: 'white',
    potential: 900,
    potentialFrom: 'spend',
  })
})

it('where it buys from us, only what no named competitor holds is open', () => {
  expect(cellOf({ ...facts, sales: 300, wallet: 900, openAmount: 400 })).toMatchObject({
    kind: 'buys',
    potential: 400,
  })
})

it('a noted potential wins over the one from the spend, also where it buys', () => {
  const noted = { state: null, potential: 50 }
  expect(cellOf({ sales: 300, wallet: 900, openAmount: 400, noted })).toMatchObject({
    kind: 'buys',
    potential: 50,
    potentialFrom: 'noted',
  })
  expect(cellOf({ ...facts, noted })).toMatchObject({ kind: 'white', potential: 50 })
})

it('“not needed” empties a cell, but not one the customer buys in', () => {
  const noted = { state: 'not-needed', potential: null } as const
  expect(cellOf({ ...facts, wallet: 900, noted })).toMatchObject({ kind: 'none', potential: 0 })
  expect(cellOf({ ...facts, sales: 1, noted })).toMatchObject({ kind: 'buys' })
  expect(cellOf({ ...facts, wallet: 0 })).toMatchObject({ kind: 'none' })
})

it('a cleared note leaves the cell as if none had been made', () => {
  expect(cellOf({ ...facts, noted: { state: null, potential: null } })).toMatchObject({ kind: 'unknown' })
})

it('weighs by the opportunity’s own probability before its stage’s, and adds nothing without a value', () => {
  expect(weightedValue({ stage: 'proposal', value: 200, probabilityPercent: null })).toBe(100)
  expect(weightedValue({ stage: 'proposal', value: 200, probabilityPercent: 0 })).toBe(0)
  expect(weightedValue({ stage: 'proposal', value: null, probabilityPercent: 90 })).toBeNull()
  const sums = pipelineOf([
    { stage: 'identified', value: 1000, probabilityPercent: null },
    { stage: 'identified', value: null, probabilityPercent: null },
    { stage: 'negotiation', value: 100, probabilityPercent: 90 },
  ])
  expect(
    sums.map(({ stage, count, value, weighted, unvalued }) => [stage, count, value, weighted, unvalued]),
  ).toEqual([
    ['identified', 2, 1000, 100, 1],
    ['qualified', 0, 0, 0, 0],
    ['proposal', 0, 0, 0, 0],
    ['negotiation', 1, 100, 90, 0],
  ])
})

it('proposes the fifth of the portfolio that the open value falls into, and nothing from too little', () => {
  const sales = Array.from({ length: 101 }, (_, index) => index + 1)
  expect([1, 21, 45, 61, 90, 5000].map((value) => proposeDealPotential(value, sales))).toEqual([
    1, 2, 3, 4, 5, 5,
  ])
  expect(proposeDealPotential(0, sales)).toBeNull()
  expect(proposeDealPotential(50, [1, 2, 3])).toBeNull()
})
