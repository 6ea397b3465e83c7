import { type AccountRevision, type AccountRow, accountRevision } from '#shared/contract/account.ts'

/** Master data that can be typed or pasted into the grid. */
export const EDITABLE_FIELDS = ['name', 'number', 'accountManager', 'city', 'industry', 'country'] as const
export type EditableField = (typeof EDITABLE_FIELDS)[number]

/** Columns that are edited by typing into the cell; name and number are changed on the account itself. */
export const TYPED_FIELDS: readonly EditableField[] = ['accountManager', 'city', 'industry', 'country']

export const isEditableField = (key: string): key is EditableField =>
  EDITABLE_FIELDS.some((field) => field === key)

export type CellRevision =
  | { state: 'same' }
  | { state: 'changed'; field: EditableField; value: string | null }
  | { state: 'refused'; reason: 'required' | 'too-long' }

const REQUIRED: readonly EditableField[] = ['name', 'number']

/** What a typed text would change in a row. Blank means unknown, which a name and a number can't be. */
export function cellRevision(
  row: Pick<AccountRow, EditableField>,
  field: EditableField,
  text: string,
): CellRevision {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  if (trimmed === '' && REQUIRED.includes(field)) return { state: 'refused', reason: 'required' }
  const value = trimmed === '' ? null : trimmed
  if (value === row[field]) return { state: 'same' }
  const parsed = accountRevision.safeParse({ [field]: value })
  return parsed.success ? { state: 'changed', field, value } : { state: 'refused', reason: 'too-long' }
}

/** The contract's form of one changed field. */
export function revisionOf(field: EditableField, value: string | null): AccountRevision {
  return accountRevision.parse({ [field]: value })
}
