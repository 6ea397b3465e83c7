import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import { type SavedView, savedView } from '#shared/contract/view.ts'
import type { Id } from '#shared/domain/id.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { definedEntries } from '../party/defined-entries.ts'

const definition = savedView.omit({ id: true })

function listViews(database: ReadDatabase): SavedView[] {
  return database
    .all(tables.selectFrom('saved_view').select(['id', 'definition']).where('is_deleted', '=', 0))
    .flatMap((row) => {
      const parsed = definition.safeParse(JSON.parse(row.definition ?? 'null'))
      return parsed.success ? [{ id: blobToId(row.id), ...parsed.data }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

function requireView(database: ReadDatabase, id: Id): SavedView {
  const found = database.get(
    tables.selectFrom('saved_view').select('id').where('id', '=', idToBlob(id)).where('is_deleted', '=', 0),
  )
  const view = found && listViews(database).find((candidate) => candidate.id === id)
  if (!view) throw new MainstayError('not-found', 'This view is no longer there.', { id })
  return view
}

/** A register holds plain JSON: what was left out stays left out. */
const toRegister = (view: object): RegisterValue => JSON.parse(JSON.stringify(view))

export const viewHandlers = {
  'view.list': ({ database }) => listViews(database),

  'view.create': (context, view) => {
    const id = randomUUID()
    context.ledger.change({ key: 'view.create', values: { name: view.name } }, ['view'], (writer) =>
      writer.set('saved_view', id, 'definition', toRegister(view)),
    )
    return { id }
  },

  'view.revise': (context, { id, changes }) => {
    const { id: _, ...before } = requireView(context.database, id)
    const after = { ...before, ...Object.fromEntries(definedEntries(changes)) }
    context.ledger.change({ key: 'view.revise', values: { name: after.name } }, ['view'], (writer) =>
      writer.set('saved_view', id, 'definition', toRegister(after)),
    )
    return null
  },

  'view.remove': (context, { id }) => {
    const { name } = requireView(context.database, id)
    context.ledger.change({ key: 'view.remove', values: { name } }, ['view'], (writer) =>
      writer.remove('saved_view', id),
    )
    return null
  },
} satisfies EngineHandlers<'view'>
