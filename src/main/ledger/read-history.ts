import type { z } from 'zod'
import type { HistoryEntry, registerChange } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../database/id-blob.ts'
import { tables } from '../database/schema.ts'
import type { ReadDatabase } from '../database/workspace-database.ts'
import { DELETED_REGISTER } from './ledger.ts'
import { createOrigins } from './origins.ts'
import { findRedoable, findUndoable, rowToGroup, type StoredGroup } from './read-groups.ts'
import { createRowStates } from './row-state.ts'

type RegisterChange = z.infer<typeof registerChange>

/** The newest changes of a row are what is asked for; nobody reads further. */
const ROW_HISTORY_LIMIT = 2000

const withoutKey = ({ key: _key, ...entry }: StoredGroup): HistoryEntry => entry

/** A page of the history, newest first. */
export function listEntries(
  database: ReadDatabase,
  { offset, limit }: { offset: number; limit: number },
): { entries: HistoryEntry[]; total: number } {
  const page = tables
    .selectFrom('change_group')
    .selectAll()
    .orderBy('key', 'desc')
    .limit(limit)
    .offset(offset)
  const count = tables
    .selectFrom('change_group')
    .select((builder) => builder.fn.countAll<number>().as('total'))
  return {
    entries: database.all(page).map((row) => withoutKey(rowToGroup(row))),
    total: database.get(count)?.total ?? 0,
  }
}

/** The entries that undo and redo without an id would act on. */
export function undoRedoState(database: ReadDatabase): {
  undo: HistoryEntry | null
  redo: HistoryEntry | null
} {
  const undo = findUndoable(database, undefined)
  const redo = findRedoable(database, undefined)
  return { undo: undo ? withoutKey(undo) : null, redo: redo ? withoutKey(redo) : null }
}

/**
 * Who wrote what into a row, newest first, at most 2,000 changes; `field` is a register.
 * The field `deleted` carries true and false.
 */
export function registerHistory(database: ReadDatabase, rowId: Id, field?: string): RegisterChange[] {
  const { shownAmong } = createOrigins(database.sqlite, createRowStates(database.sqlite).deviceId)
  let query = tables
    .selectFrom('op')
    .innerJoin('change_group', 'change_group.key', 'op.group_key')
    .selectAll('change_group')
    .select(['op.register', 'op.value', 'op.pred', 'op.reason'])
    .where('op.row_id', '=', idToBlob(rowId))
  if (field !== undefined) query = query.where('op.register', '=', field)
  return database
    .all(
      query
        .orderBy('op.hlc', 'desc')
        .orderBy('op.device_key')
        .orderBy('op.seq', 'desc')
        .limit(ROW_HISTORY_LIMIT),
    )
    .map((row) => {
      const { label, author, at } = rowToGroup(row)
      const shown = (text: string) => (row.register === DELETED_REGISTER ? text !== 'null' : JSON.parse(text))
      return {
        at,
        author,
        label,
        field: row.register,
        before: shown(shownAmong(row.pred)?.value ?? 'null'),
        after: shown(row.value),
        source: row.reason,
      }
    })
}
