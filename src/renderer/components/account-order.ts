import type { AccountFilter, AccountSort } from '#shared/contract/account.ts'

/** What the accounts grid shows and in which order: the list that next and previous walk through. */
export interface AccountOrder {
  filter: AccountFilter
  sort: AccountSort[]
}

let order: AccountOrder = { filter: {}, sort: [{ field: 'netSales', descending: true }] }

export function rememberAccountOrder(next: AccountOrder): void {
  order = next
}

/** The view the user came from, or all accounts by sales. */
export const rememberedAccountOrder = (): AccountOrder => order

/** The neighbours of an account and its place, counted from 1; null where it is not in the list. */
export function neighboursOf(
  ids: readonly string[],
  id: string,
): { place: number; previous: string | null; next: string | null } | null {
  const index = ids.indexOf(id)
  if (index < 0) return null
  return { place: index + 1, previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null }
}
