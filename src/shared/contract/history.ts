import { z } from 'zod'
import { instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { command, query } from './define.ts'
import { noun } from './events.ts'

/** A labelled change: the label is a translation key with values, such as account.revise { count: 12 }. */
export const changeLabel = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ChangeLabel = z.infer<typeof changeLabel>

export const historyEntry = z.strictObject({
  id,
  label: changeLabel,
  author: z.string(),
  at: instant,
  /** Registers written. */
  opCount: z.int(),
  state: z.enum(['done', 'undone']),
  /** Undo and redo entries name the entry they act on. */
  actsOn: id.nullable(),
  nouns: z.array(noun),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const registerChange = z.strictObject({
  at: instant,
  author: z.string(),
  label: changeLabel,
  field: z.string(),
  before: z.json(),
  after: z.json(),
  source: z.string().nullable(),
})

export const history = {
  list: query({
    input: z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ entries: z.array(historyEntry), total: z.int() }),
  }),
  /** What undo and redo would do now. */
  state: query({
    input: z.strictObject({}),
    output: z.strictObject({ undo: historyEntry.nullable(), redo: historyEntry.nullable() }),
  }),
  /** Without an entry the newest. Errors: nothing-to-undo, changed-since (ask, then call with force). */
  undo: command({
    input: z.strictObject({ entryId: id.optional(), force: z.boolean().optional() }),
    output: historyEntry,
  }),
  redo: command({
    input: z.strictObject({ entryId: id.optional(), force: z.boolean().optional() }),
    output: historyEntry,
  }),
  /** Who changed what and when, of a row or of one field of it; newest first. */
  ofRow: query({
    input: z.strictObject({ rowId: id, field: z.string().optional() }),
    output: z.array(registerChange),
  }),
}
