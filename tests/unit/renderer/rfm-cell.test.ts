import { expect, it } from 'vitest'
import { RFM_METHODS } from '#shared/domain/rfm.ts'
import { scoreRfm } from '../../../src/main/scoring/rfm.ts'
import {
  cellKey,
  frequencyBand,
  readCellKey,
  recencyBand,
} from '../../../src/renderer/features/analysis/rfm/rfm-cell.ts'

const bands = {
  recencyDays: [30, 60, 90, 180],
  orderCount: [2, 4, 8, 16],
  netSales: [1, 2, 3, 4],
}

it('labels each band with the days and orders that are scored into it', () => {
  for (let value = 0; value <= 400; value += 1) {
    const { scores } = scoreRfm([{ id: 'one', recencyDays: value, orderCount: value, netSales: 0 }], {
      method: RFM_METHODS[0],
      bands,
    })
    const { recency = 0, frequency = 0 } = scores.get('one') ?? {}
    for (const { from, to } of [recencyBand(bands, recency), frequencyBand(bands, frequency)]) {
      expect(value).toBeGreaterThanOrEqual(from ?? 0)
      expect(value).toBeLessThanOrEqual(to ?? 400)
    }
  }
})

it('reads a cell back from the address and nothing else', () => {
  expect(readCellKey(cellKey({ recency: 5, frequency: 3 }))).toEqual({ recency: 5, frequency: 3 })
  expect(readCellKey('r6f1')).toBeUndefined()
  expect(readCellKey(undefined)).toBeUndefined()
})
