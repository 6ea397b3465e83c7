import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { findEmployment, listPeople } from './person-repository.ts'

type EmploymentInput = {
  companyId: Id
  title?: string | null | undefined
  department?: string | null | undefined
  startedOn?: string | null | undefined
  endedOn?: string | null | undefined
}

function writeEmployment(writer: ChangeWriter, id: Id, personId: Id, employment: EmploymentInput): void {
  writer.set('employment', id, 'core', { personId, companyId: employment.companyId })
  writer.set('employment', id, 'post', {
    title: employment.title ?? null,
    department: employment.department ?? null,
  })
  writer.set('employment', id, 'period', {
    startedOn: employment.startedOn ?? null,
    endedOn: employment.endedOn ?? null,
  })
}

function requireEmployment(database: ReadDatabase, id: Id) {
  const found = findEmployment(database, id)
  if (!found) throw new MainstayError('not-found', 'This post is no longer there.', { id })
  return found
}

function changePerson(
  context: CommandContext,
  key: 'revise' | 'remove',
  id: Id,
  write: (writer: ChangeWriter) => void,
): null {
  requireParty(context.database, id, 'person')
  const name = findPartyName(context.database, id) ?? ''
  context.ledger.change({ key: `person.${key}`, values: { name } }, ['person'], write)
  return null
}

export const personHandlers = {
  'person.list': ({ database }, input) => listPeople(database, input),

  'person.create': (context, { fields, employment }) => {
    if (employment) requireParty(context.database, employment.companyId, 'company')
    const id = randomUUID()
    context.ledger.change({ key: 'person.create', values: { name: fields.name } }, ['person'], (writer) => {
      writer.set('party', id, 'kind', 'person')
      for (const [register, value] of definedEntries(fields)) writer.set('party', id, register, value)
      if (employment) writeEmployment(writer, randomUUID(), id, employment)
    })
    return { id }
  },

  'person.revise': (context, { id, changes }) =>
    changePerson(context, 'revise', id, (writer) => {
      for (const [register, value] of definedEntries(changes)) writer.set('party', id, register, value)
    }),

  'person.remove': (context, { id }) =>
    changePerson(context, 'remove', id, (writer) => writer.remove('party', id)),

  'person.addEmployment': (context, { personId, employment }) => {
    requireParty(context.database, personId, 'person')
    requireParty(context.database, employment.companyId, 'company')
    const id = randomUUID()
    const values = {
      name: findPartyName(context.database, personId) ?? '',
      company: findPartyName(context.database, employment.companyId) ?? '',
    }
    context.ledger.change({ key: 'employment.add', values }, ['person'], (writer) =>
      writeEmployment(writer, id, personId, employment),
    )
    return { id }
  },

  'person.reviseEmployment': (context, { id, changes }) => {
    const before = requireEmployment(context.database, id)
    const after = { ...before, ...Object.fromEntries(definedEntries(changes)) }
    const values = { name: findPartyName(context.database, before.personId) ?? '' }
    context.ledger.change({ key: 'employment.revise', values }, ['person'], (writer) => {
      const post: RegisterValue = { title: after.title, department: after.department }
      writer.set('employment', id, 'post', post)
      writer.set('employment', id, 'period', { startedOn: after.startedOn, endedOn: after.endedOn })
    })
    return null
  },

  'person.removeEmployment': (context, { id }) => {
    const before = requireEmployment(context.database, id)
    const values = { name: findPartyName(context.database, before.personId) ?? '' }
    context.ledger.change({ key: 'employment.remove', values }, ['person'], (writer) =>
      writer.remove('employment', id),
    )
    return null
  },
} satisfies EngineHandlers<'person'>
