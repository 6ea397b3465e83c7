import { expect, it } from 'vitest'
import { readAssumption, trialOf } from '../../../src/renderer/components/lifetime/lifetime-draft.ts'

it('reads assumptions as people type them, and refuses what is out of range', () => {
  expect(readAssumption('sales', '¥4,180 万')).toEqual({ kind: 'value', value: 418_000_000_000 })
  expect(readAssumption('marginPercent', '34.3%')).toEqual({ kind: 'value', value: 34.3 })
  expect(readAssumption('growthPercent', '\u22125 %')).toEqual({ kind: 'value', value: -5 })
  expect(readAssumption('growthPercent', '2,5')).toEqual({ kind: 'value', value: 2.5 })
  expect(readAssumption('years', '7 年')).toEqual({ kind: 'value', value: 7 })
  expect(readAssumption('years', '')).toEqual({ kind: 'blank' })
  expect(readAssumption('years', '2.5')).toEqual({ kind: 'refused' })
  expect(readAssumption('retentionPercent', '101')).toEqual({ kind: 'refused' })
  expect(readAssumption('marginPercent', 'much')).toEqual({ kind: 'refused' })
  expect(readAssumption('sales', '-3')).toEqual({ kind: 'refused' })
})

it('tries what can be read beside what is kept, and gives a blank back', () => {
  const kept = { years: 3, marginPercent: 20 }
  expect(trialOf(kept, { years: '8', growthPercent: 'x' })).toEqual({ years: 8, marginPercent: 20 })
  expect(trialOf(kept, { marginPercent: '' })).toEqual({ years: 3, marginPercent: null })
})
