import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ParsedInputOf } from '#shared/contract/contract.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { findPartyName } from '../party/party-repository.ts'
import { idOfAccount, requireAccountKey } from '../standing/account-parties.ts'
import { findOverride, isInForce, listOverrides } from '../standing/class-overrides.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'

export function setOverride(
  { database, ledger, author: user }: CommandContext,
  { accountId, valueClass, reason, author = user, expiresOn }: ParsedInputOf<'override.set'>,
): { id: Id } {
  const accountKey = requireAccountKey(database, accountId)
  const asOf = requireAsOf(database)
  if (expiresOn <= asOf) {
    throw new MainstayError('invalid-input', `An override has to expire after ${asOf}.`, {
      fields: ['expiresOn'],
      asOf,
    })
  }
  const before = findOverride(database, accountKey, asOf)
  const id = randomUUID()
  ledger.change(
    {
      key: 'override.set',
      values: { name: findPartyName(database, accountId) ?? '', until: expiresOn },
    },
    ['override', 'account', 'portfolio'],
    (writer) => {
      if (before) writeEnd(writer, before.id, asOf, author)
      writer.setAll('class_override', id, {
        core: { partyId: accountId },
        override: { valueClass, reason, author, setOn: asOf, expiresOn },
      })
    },
  )
  return { id }
}

export function endOverride(
  { database, ledger, author }: CommandContext,
  { id }: { id: Id },
): { accountId: Id } {
  const asOf = requireAsOf(database)
  const found = listOverrides(database).find((override) => override.id === id)
  if (!found || !isInForce(found, asOf)) {
    throw new MainstayError('not-found', 'There is no such override in force.', { id, kind: 'override' })
  }
  const accountId = idOfAccount(database, found.accountKey)
  ledger.change(
    { key: 'override.end', values: { name: findPartyName(database, accountId) ?? '' } },
    ['override', 'account', 'portfolio'],
    (writer) => writeEnd(writer, id, asOf, author),
  )
  return { accountId }
}

function writeEnd(writer: ChangeWriter, id: Id, endedOn: Day, endedBy: string): void {
  writer.set('class_override', id, 'end', { endedOn, endedBy })
}

/** An override needs a day it is set on and a computed class that it stands beside. */
function requireAsOf(database: ReadDatabase): Day {
  const asOf = effectiveAsOf(database)
  if (asOf === null || !findModelInForce(database)) {
    throw new MainstayError('no-data', 'Classes need a model, and a model needs orders.')
  }
  return asOf
}
