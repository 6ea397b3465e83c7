import { MainstayError } from '#shared/contract/call-result.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../database/id-blob.ts'
import type { WorkspaceDatabase } from '../database/workspace-database.ts'
import { findDependentGroups } from './dependents.ts'
import { createGroupWriter, type Group, type GroupHeader } from './group.ts'
import { planInversion } from './invert.ts'
import type { Ledger, LedgerPorts } from './ledger.ts'
import { createMaterialiser } from './materialise.ts'
import { createOrigins } from './origins.ts'
import { findChangesAroundPublications, findRestingPublications } from './published-history.ts'
import { findRedoable, findUndoable, getGroup, latestApplication, type StoredGroup } from './read-groups.ts'
import { createRowStates } from './row-state.ts'
import { createRowWriter } from './row-writer.ts'

/** The change log of one workspace, over the connection that writes it. */
export function createLedger(database: WorkspaceDatabase, ports: LedgerPorts): Ledger {
  const { sqlite } = database
  const states = createRowStates(sqlite)
  const parts = {
    states,
    materialiser: createMaterialiser(sqlite, states.deviceId),
    origins: createOrigins(sqlite, states.deviceId),
  }
  const groups = createGroupWriter(sqlite, ports)
  /** The group that may write; one whose transaction was rolled back is simply left behind. */
  let current: Group | null = null

  const begin = (header: GroupHeader): Group => {
    states.clear()
    parts.origins.clear()
    parts.materialiser.clear()
    current = groups.begin(header)
    return current
  }

  const writerOf = (group: Group) =>
    createRowWriter(group, parts, () => {
      if (current !== group) throw new Error('This change has ended, or another one has begun inside it.')
    })

  const end = (group: Group): HistoryEntry => {
    if (current !== group) throw new Error('This change has ended, or another one has begun inside it.')
    parts.materialiser.flush()
    const entry = group.finish()
    current = null
    return entry
  }

  const invert = (kind: 'undo' | 'redo', target: StoredGroup, force: boolean): HistoryEntry => {
    const label = { key: `history.${kind}`, values: { ...target.label.values, label: target.label.key } }
    const group = begin({ kind, actsOn: target.id, label, nouns: target.nouns })
    const applied = latestApplication(database, target.id, kind)
    const plan = planInversion(sqlite, parts, applied)
    if (!force) {
      // What came to need a row counts from its making; for a redo, from the undo that let the row go or stay.
      const since = kind === 'undo' ? target.key : applied
      const dependents = findDependentGroups(sqlite, parts, plan.leaving, since)
      const resting = findRestingPublications(sqlite, parts, plan.leaving, since)
      const around = findChangesAroundPublications(sqlite, parts, plan.returning, since)
      refuseLaterChanges(new Set([...plan.laterGroups, ...dependents, ...resting, ...around]))
    }
    plan.write(group)
    const entry = end(group)
    sqlite
      .prepare('UPDATE change_group SET is_undone = ? WHERE id = ?')
      .run(kind === 'undo' ? 1 : 0, idToBlob(target.id))
    return entry
  }

  const refuseLaterChanges = (later: ReadonlySet<number>) => {
    if (later.size === 0) return
    const { id, author, at, label } = getGroup(database, Math.max(...later))
    throw new MainstayError('changed-since', `Changed since by ${author} at ${at}.`, {
      author,
      at,
      entryId: id,
      label,
    })
  }

  const targetOf = (kind: 'undo' | 'redo', entryId: Id | undefined): StoredGroup => {
    const find = kind === 'undo' ? findUndoable : findRedoable
    const target = find(database, entryId)
    if (!target) throw new MainstayError(`nothing-to-${kind}`, `There is nothing to ${kind}.`)
    return target
  }

  return {
    change(label, nouns, write) {
      return database.transaction(() => {
        const group = begin({ kind: 'do', actsOn: null, label, nouns })
        const result = write(writerOf(group))
        if (!group.hasOps()) {
          current = null
          return { result, entry: null }
        }
        return { result, entry: end(group) }
      })
    },
    open(label, nouns) {
      if (!sqlite.inTransaction) throw new Error('A change stays open only within a transaction.')
      const group = begin({ kind: 'do', actsOn: null, label, nouns })
      return { ...writerOf(group), finish: () => end(group) }
    },
    undo: (entryId, force) => database.transaction(() => invert('undo', targetOf('undo', entryId), force)),
    redo: (entryId, force) => database.transaction(() => invert('redo', targetOf('redo', entryId), force)),
  }
}
