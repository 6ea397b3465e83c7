import type { z } from 'zod'
import type { HistoryEntry, registerChange } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../database/id-blob.ts'
import { tables } from '../database/schema.ts'
import type { ReadDatabase } from '../database/workspace-database.ts'
import { DELETED_REGISTER } from './ledger.ts'
import { createOpChain } from './op-chain.ts'
import { createOrigins } from './origins.ts'
import { findRedoable, findUndoable, getGroup, rowToGroup, type StoredGroup } from './read-groups.ts'
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
  const states = createRowStates(database.sqlite)
  const { shownAmong } = createOrigins(database.sqlite, states.deviceId)
  let heads = tables
    .selectFrom('head')
    .select(['device_key as deviceKey', 'seq'])
    .where('row_id', '=', idToBlob(rowId))
  if (field !== undefined) heads = heads.where('register', '=', field)
  const ops = [...createOpChain(database.sqlite).walk(database.all(heads))].sort(
    (a, b) => (a.hlc < b.hlc ? 1 : a.hlc > b.hlc ? -1 : 0) || b.seq - a.seq,
  )
  const entries = new Map<number, StoredGroup>()
  const entryOf = (key: number) => {
    const entry = entries.get(key) ?? getGroup(database, key)
    entries.set(key, entry)
    return entry
  }
  return ops.slice(0, ROW_HISTORY_LIMIT).flatMap(({ register, value, pred, reason, groupKey }) => {
    const seen = shownAmong(pred)?.value ?? 'null'
    const isDeletion = register === DELETED_REGISTER
    // Turning an entry back may write what is shown already; that is nothing to tell.
    if (isDeletion ? (seen === 'null') === (value === 'null') : seen === value) return []
    const { label, author, at } = entryOf(groupKey)
    const shown = (text: string) => (isDeletion ? text !== 'null' : JSON.parse(text))
    return { at, author, label, field: register, before: shown(seen), after: shown(value), source: reason }
  })
}
