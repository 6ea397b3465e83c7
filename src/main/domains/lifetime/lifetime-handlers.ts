import type { Id } from '#shared/domain/id.ts'
import { LIFETIME_KEYS, type LifetimeEntries } from '#shared/domain/lifetime.ts'
import type { CommandContext, EngineHandlers } from '../../application/ports.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { findPartyName } from '../party/party-repository.ts'
import { requireAccountKey } from '../standing/account-parties.ts'
import { readEntries } from '../standing/lifetime-entries.ts'
import { hasEntries } from './account-value.ts'
import { findLifetimeAccount } from './lifetime-account.ts'
import { findLifetimePortfolio } from './lifetime-portfolio.ts'

export const lifetimeHandlers = {
  'lifetime.portfolio': ({ database }, input) => findLifetimePortfolio(database, input),

  'lifetime.account': ({ database }, input) => findLifetimeAccount(database, input),

  'lifetime.revise': (context, { accountId, entries }) => {
    requireAccountKey(context.database, accountId)
    writeEntries(context, 'lifetime.revise', accountId, {
      ...readEntries(context.database, accountId),
      ...entries,
    })
    return null
  },

  'lifetime.reset': (context, { accountId }) => {
    requireAccountKey(context.database, accountId)
    writeEntries(context, 'lifetime.reset', accountId, {})
    return null
  },
} satisfies EngineHandlers<'lifetime'>

/** One row an account, with an id that two colleagues share, so that their entries are of the same row. */
function writeEntries(
  { database, ledger }: CommandContext,
  key: 'lifetime.revise' | 'lifetime.reset',
  accountId: Id,
  entries: LifetimeEntries,
): void {
  const kept: Record<string, number> = {}
  for (const name of LIFETIME_KEYS) {
    const value = entries[name] ?? null
    if (value !== null) kept[name] = value
  }
  // Nothing entered before or now: no row and no line in the history.
  if (Object.keys(kept).length === 0 && !hasEntries(readEntries(database, accountId))) return
  const values = { name: findPartyName(database, accountId) ?? '' }
  ledger.change({ key, values }, ['lifetime'], (writer) => {
    writer.setAll('lifetime_assumption', stableId('lifetime', accountId), {
      core: { partyId: accountId },
      assumption: kept,
    })
  })
}
