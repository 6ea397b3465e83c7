import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'

/** Lines that are new to the workspace. */
export const newLines = (check: Pick<ImportCheck, 'accepted' | 'unchanged'>): number =>
  check.accepted - check.unchanged

/** Whether writing would change anything at all. */
export const bringsNothing = (
  check: Pick<ImportCheck, 'accepted' | 'unchanged' | 'newAccounts' | 'updatedAccounts' | 'newProducts'>,
): boolean =>
  newLines(check) === 0 && check.newAccounts === 0 && check.updatedAccounts === 0 && check.newProducts === 0

/** How an import ended, for its sentence. */
export type ReceiptOutcome = 'written' | 'repeated' | 'completed' | 'rejected'

/**
 * 'written' with new lines; 'completed' when known lines only filled in master data; 'repeated' when every
 * row stood in the workspace already; 'rejected' when no row could be taken.
 */
export function receiptOutcome(receipt: ImportReceipt): ReceiptOutcome {
  if (newLines(receipt) > 0) return 'written'
  if (receipt.accepted === 0) return 'rejected'
  return bringsNothing(receipt) ? 'repeated' : 'completed'
}

/** Net of sales and returns, in the workspace's currency. */
export const netSalesOf = (check: Pick<ImportCheck, 'grossSales' | 'returns'>): number =>
  check.grossSales - check.returns
