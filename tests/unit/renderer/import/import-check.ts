import type { ImportCheck, ImportReceipt } from '../../../../src/shared/contract/import.ts'

/** A check of a file without rows, with what a test says otherwise. */
export const importCheckOf = (change: Partial<ImportCheck>): ImportCheck => ({
  kind: 'order-lines',
  total: 0,
  accepted: 0,
  rejected: 0,
  unchanged: 0,
  newAccounts: 0,
  updatedAccounts: 0,
  newProducts: 0,
  created: 0,
  updated: 0,
  orders: 0,
  returnLines: 0,
  firstOrderedOn: null,
  lastOrderedOn: null,
  grossSales: 0,
  returns: 0,
  currencies: [],
  problems: [],
  duplicates: [],
  ...change,
})

export const importReceiptOf = (change: Partial<ImportReceipt>): ImportReceipt => ({
  ...importCheckOf({}),
  batchId: null,
  seconds: 0,
  rejectedFile: null,
  ...change,
})
