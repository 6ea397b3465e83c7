import { expect, it } from 'vitest'
import { netSalesOf, receiptOutcome } from '../../../../src/renderer/features/import/receipt-facts.ts'
import { importReceiptOf } from './import-check.ts'

it('says that lines were written as soon as one is new', () => {
  expect(receiptOutcome(importReceiptOf({ accepted: 10, unchanged: 9 }))).toBe('written')
})

it('does not call a repeated import written', () => {
  expect(receiptOutcome(importReceiptOf({ accepted: 10, unchanged: 10 }))).toBe('repeated')
})

it('tells a repeated import that completed master data from one that changed nothing', () => {
  expect(receiptOutcome(importReceiptOf({ accepted: 10, unchanged: 10, updatedAccounts: 2 }))).toBe(
    'completed',
  )
})

it('says that nothing was written when every row was rejected', () => {
  expect(receiptOutcome(importReceiptOf({ total: 3, rejected: 3 }))).toBe('rejected')
})

it('takes returns from sales once', () => {
  expect(netSalesOf({ grossSales: 1_000, returns: 300 })).toBe(700)
})
