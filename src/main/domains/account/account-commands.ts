import { randomUUID } from 'node:crypto'
import type { AccountRevision } from '#shared/contract/account.ts'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import type { PartyRole } from '#shared/domain/party.ts'
import type { CommandContext, CommandHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { findCompanyByNumber, findPartyName, requireParty } from '../party/party-repository.ts'
import { listRoles, nextCustomerNumber } from './account-repository.ts'

function requireFreeNumber(database: ReadDatabase, number: string, exceptId?: Id): void {
  const holder = findCompanyByNumber(database, number)
  if (holder && holder !== exceptId) {
    throw new MainstayError('duplicate-number', `${number} is the number of another customer.`, {
      number,
      name: findPartyName(database, holder) ?? '',
    })
  }
}

/** Roles are rows of their own, with an id that two colleagues share, so that their additions merge. */
function writeRoles(
  writer: ChangeWriter,
  partyId: Id,
  before: readonly PartyRole[],
  after: readonly PartyRole[],
) {
  for (const role of after) {
    if (!before.includes(role)) {
      writer.set('party_role', stableId('party-role', partyId, role), 'core', { partyId, role })
    }
  }
  for (const role of before) {
    if (!after.includes(role)) writer.remove('party_role', stableId('party-role', partyId, role))
  }
}

function writeFields(writer: ChangeWriter, id: Id, changes: AccountRevision): boolean {
  let wrote = false
  for (const [register, value] of definedEntries(changes)) {
    if (register !== 'roles') wrote = writer.set('party', id, register, value) || wrote
  }
  return wrote
}

function labelValues(database: ReadDatabase, ids: readonly Id[]) {
  const first = ids[0]
  return { count: ids.length, name: (first && findPartyName(database, first)) ?? '' }
}

function createAccount(context: CommandContext, input: AccountRevision & { name: string }): { id: Id } {
  const number = input.number ?? nextCustomerNumber(context.database)
  requireFreeNumber(context.database, number)
  const id = randomUUID()
  context.ledger.change({ key: 'account.create', values: { name: input.name } }, ['account'], (writer) => {
    writer.set('party', id, 'kind', 'company')
    writeFields(writer, id, { ...input, number })
    writeRoles(writer, id, [], input.roles ?? ['prospect'])
  })
  return { id }
}

function reviseAccounts(
  context: CommandContext,
  { ids, changes }: { ids: readonly Id[]; changes: AccountRevision },
): { changed: number } {
  const { database } = context
  if (changes.number !== undefined) {
    if (ids.length > 1) {
      throw new MainstayError('duplicate-number', 'Several customers cannot share a number.', {
        number: changes.number,
        name: '',
      })
    }
    requireFreeNumber(database, changes.number, ids[0])
  }
  for (const id of ids) requireParty(database, id, 'company')
  let changed = 0
  context.ledger.change(
    {
      key: 'account.revise',
      values: { ...labelValues(database, ids), fields: Object.keys(changes).join(', ') },
    },
    ['account'],
    (writer) => {
      for (const id of ids) {
        const wroteFields = writeFields(writer, id, changes)
        const before = listRoles(database, id)
        const wroteRoles = changes.roles !== undefined && !sameRoles(before, changes.roles)
        if (changes.roles && wroteRoles) writeRoles(writer, id, before, changes.roles)
        if (wroteFields || wroteRoles) changed += 1
      }
    },
  )
  return { changed }
}

const sameRoles = (a: readonly PartyRole[], b: readonly PartyRole[]) =>
  a.length === b.length && a.every((role) => b.includes(role))

function removeAccounts(context: CommandContext, { ids }: { ids: readonly Id[] }): { removed: number } {
  for (const id of ids) requireParty(context.database, id, 'company')
  context.ledger.change(
    { key: 'account.remove', values: labelValues(context.database, ids) },
    ['account'],
    (writer) => {
      for (const id of ids) writer.remove('party', id)
    },
  )
  return { removed: ids.length }
}

export const accountCommandHandlers = {
  'account.create': createAccount,
  'account.revise': reviseAccounts,
  'account.remove': removeAccounts,
} satisfies CommandHandlers<'account'>
