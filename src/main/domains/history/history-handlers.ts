import type { EngineHandlers } from '../../application/ports.ts'
import { listEntries, registerHistory, undoRedoState } from '../../ledger/read-history.ts'

export const historyHandlers = {
  'history.list': ({ database }, page) => listEntries(database, page),
  'history.state': ({ database }) => undoRedoState(database),
  'history.undo': ({ ledger }, { entryId, force }) => ledger.undo(entryId, force ?? false),
  'history.redo': ({ ledger }, { entryId, force }) => ledger.redo(entryId, force ?? false),
  'history.ofRow': ({ database }, { rowId, field }) => registerHistory(database, rowId, field),
} satisfies EngineHandlers<'history'>
