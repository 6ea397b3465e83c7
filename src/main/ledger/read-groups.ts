import { sql } from 'kysely'
import { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import { noun } from '#shared/contract/events.ts'
import { changeLabel, type HistoryEntry } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../database/id-blob.ts'
import { tables } from '../database/schema.ts'
import type { ReadDatabase } from '../database/workspace-database.ts'

/** A history entry with its place in this file. */
export interface StoredGroup extends HistoryEntry {
  key: number
}

const labelValues = changeLabel.shape.values
const storedNouns = z.array(noun)

interface GroupRow {
  key: number
  id: Buffer
  acts_on: Buffer | null
  is_undone: 0 | 1
  label_key: string
  label_values: string
  nouns: string
  author: string
  recorded_at: string
  op_count: number
}

export function rowToGroup(row: GroupRow): StoredGroup {
  return {
    key: row.key,
    id: blobToId(row.id),
    label: { key: row.label_key, values: labelValues.parse(JSON.parse(row.label_values)) },
    author: row.author,
    at: row.recorded_at,
    opCount: row.op_count,
    state: row.is_undone === 1 ? 'undone' : 'done',
    actsOn: row.acts_on ? blobToId(row.acts_on) : null,
    nouns: storedNouns.parse(JSON.parse(row.nouns)),
  }
}

const groups = tables.selectFrom('change_group').selectAll()

/** Errors: not-found. */
export function getGroup(database: ReadDatabase, key: number): StoredGroup {
  const row = database.get(groups.where('key', '=', key))
  if (!row) throw new MainstayError('not-found', 'There is no such entry.')
  return rowToGroup(row)
}

/** The entry, or the newest, that an undo can turn back: done, not itself an undo or redo, not the founding one. */
export function findUndoable(database: ReadDatabase, entryId: Id | undefined): StoredGroup | undefined {
  let query = groups.where('kind', '=', 'do').where('is_undone', '=', 0).where('is_founding', '=', 0)
  if (entryId) query = query.where('id', '=', idToBlob(entryId))
  const row = database.get(query.orderBy('key', 'desc').limit(1))
  return row && rowToGroup(row)
}

/**
 * The entry that was undone: any one by its id; without one the last undone, as long as nothing new has
 * been done since.
 */
export function findRedoable(database: ReadDatabase, entryId: Id | undefined): StoredGroup | undefined {
  const undone = groups.where('kind', '=', 'do').where('is_undone', '=', 1)
  if (entryId) {
    const row = database.get(undone.where('id', '=', idToBlob(entryId)))
    return row && rowToGroup(row)
  }
  const row = database.get(
    tables
      .selectFrom('change_group as undo')
      .innerJoin('change_group as target', 'target.id', 'undo.acts_on')
      .selectAll('target')
      .where('undo.kind', '=', 'undo')
      .where('target.is_undone', '=', 1)
      .where('undo.key', '>', sql<number>`(SELECT coalesce(max(key), 0) FROM change_group WHERE kind = 'do')`)
      .orderBy('undo.key', 'desc')
      .limit(1),
  )
  return row && rowToGroup(row)
}

/** Key of the group that an undo (redo) of the entry has to turn back: its latest doing (undoing). */
export function latestApplication(database: ReadDatabase, entryId: Id, kind: 'undo' | 'redo'): number {
  const id = idToBlob(entryId)
  const row = database.get(
    tables
      .selectFrom('change_group')
      .select('key')
      .where((builder) => builder.or([builder('id', '=', id), builder('acts_on', '=', id)]))
      .where('kind', '<>', kind)
      .orderBy('key', 'desc')
      .limit(1),
  )
  if (!row) throw new MainstayError('not-found', 'There is no such entry.')
  return row.key
}
