import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stableId } from '../../../src/main/ledger/stable-id.ts'

it('gives any text an id, half a character included, and the same text the same one', () => {
  expect(stableId('segment', '\ud800')).toBe(stableId('segment', '\ufffd'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      expect(stableId('segment', key)).toMatch(/^[0-9a-f-]{36}$/)
      expect(stableId('segment', key)).toBe(stableId('segment', key))
    }),
  )
})

it('keeps the ids that earlier imports gave', () => {
  expect(stableId('customer-number', 'C-00012')).toBe('9e09f970-7e34-5c56-a8de-bbff0da7d104')
})
