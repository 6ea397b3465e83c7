import type { Noun } from '#shared/contract/events.ts'
import type { ChangeLabel, HistoryEntry } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'

/** Canonical JSON values are what a register holds; null means "known to be empty". */
export type RegisterValue =
  | null
  | string
  | number
  | boolean
  | RegisterValue[]
  | { [field: string]: RegisterValue }

/** Writes registers inside one labelled group. */
export interface ChangeWriter {
  /** Records a value; equal to what is shown already, it writes nothing. Returns whether it wrote. */
  set(table: string, rowId: Id, register: string, value: RegisterValue, reason?: string): boolean
  /**
   * The same for several registers of one row, shown in its table at once: the way to make a row.
   * Writing a core register of a deleted row brings the row back.
   */
  setAll(table: string, rowId: Id, values: Readonly<Record<string, RegisterValue>>, reason?: string): boolean
  /** Deletes a row; its registers stay in the log, and an undo shows it again. */
  remove(table: string, rowId: Id): void
}

/** Stands among a row's registers for whether it is deleted. */
export const DELETED_REGISTER = 'deleted'

export interface MaterialisedChange {
  table: string
  rowId: Id
  /** `DELETED_REGISTER` when the row was deleted or came back. */
  register: string
}

/** A group that stays open over several steps of a job, within the transaction its opener holds. */
export interface OpenChange extends ChangeWriter {
  /** Closes the group, runs what depends on the changed rows, and returns its history entry. */
  finish(): HistoryEntry
}

export interface Ledger {
  /** One transaction, one labelled entry in the history. A group that writes nothing leaves no entry (null). */
  change<Result>(
    label: ChangeLabel,
    nouns: readonly Noun[],
    write: (writer: ChangeWriter) => Result,
  ): { result: Result; entry: HistoryEntry | null }
  /** For jobs: the caller has begun the transaction and commits it after `finish`. */
  open(label: ChangeLabel, nouns: readonly Noun[]): OpenChange
  /** Errors: nothing-to-undo, changed-since (details name author and time) unless forced. */
  undo(entryId: Id | undefined, force: boolean): HistoryEntry
  redo(entryId: Id | undefined, force: boolean): HistoryEntry
}

/** What the ledger needs from outside; time and chance are inputs so that tests can fix them. */
export interface LedgerPorts {
  author(): string
  now(): number
  randomBytes(length: number): Buffer
  /** Names this installation: a file copied from another one goes on under a device of its own. */
  installationId?: string
  /** Runs once at the end of each group, before commit, with everything that was materialised. */
  afterChange(changes: readonly MaterialisedChange[]): void
}
