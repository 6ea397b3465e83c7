import type { Noun } from '#shared/contract/events.ts'
import type { ImportCheck } from '#shared/contract/import.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { RowErrorCode } from '#shared/domain/import.ts'
import type { ImportField } from '#shared/domain/import-field.ts'
import type { Amount, CurrencyCode } from '#shared/domain/money.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'

/** What becomes of a row. */
export type Placement =
  | {
      state: 'created' | 'updated' | 'unchanged'
      /** In the workspace's currency, of a row that has an amount. */
      baseAmount?: Amount
      currency?: CurrencyCode
      on?: Day
    }
  | { state: 'rejected'; code: RowErrorCode; field: ImportField }

/** What the workspace does with the rows of one kind. */
export interface RecordTarget {
  /** Nouns that a written import changes. */
  readonly nouns: readonly Noun[]
  /** Decides on a row and keeps it for `write`. Facts are written at once, where the target was opened to write. */
  place(values: RecordValues): Placement
  /** Writes the registers of what was placed; facts are named by the digest of their rows. */
  write(writer: ChangeWriter): { facts: { sha256: string } | null }
  /** Beyond the kind's own records. */
  figures(): Pick<ImportCheck, 'newAccounts' | 'updatedAccounts' | 'newProducts' | 'duplicates'>
}

export const noMasters = (): ReturnType<RecordTarget['figures']> => ({
  newAccounts: 0,
  updatedAccounts: 0,
  newProducts: 0,
  duplicates: [],
})

export const rejected = (code: RowErrorCode, field: ImportField): Placement => ({
  state: 'rejected',
  code,
  field,
})

/** A text, day or code of the row; null where the row leaves it open. */
export function textOf(values: RecordValues, field: ImportField): string | null {
  const value = values[field]
  return typeof value === 'string' ? value : null
}

/** An amount, count or percent of the row; null where the row leaves it open. */
export function numberOf(values: RecordValues, field: ImportField): number | null {
  const value = values[field]
  return typeof value === 'number' ? value : null
}
