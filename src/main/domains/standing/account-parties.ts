import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Judgement } from '#shared/domain/party.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { rowToJudgement } from './judgement-row.ts'

/** A living company that may be an account, with what people judge of it. */
export interface AccountParty {
  accountKey: number
  influence: Judgement | null
  industryInfluence: Judgement | null
  dealPotential: Judgement | null
}

export type AccountKeys = 'all' | readonly number[]

type PartyCells = [number, string | null, string | null, string | null]

/** All living companies in the order of their keys, or those of them with the given keys. */
export function listAccountParties({ sqlite }: ReadDatabase, accountKeys: AccountKeys): AccountParty[] {
  return sqlite
    .prepare<string[], PartyCells>(
      `SELECT key, influence, industry_influence, deal_potential FROM party
       WHERE kind = 'company' AND is_deleted = 0 AND merged_into IS NULL
         ${accountKeys === 'all' ? '' : 'AND key IN (SELECT value FROM json_each(?))'} ORDER BY key`,
    )
    .raw()
    .all(...parameters(accountKeys))
    .map(([accountKey, influence, industryInfluence, dealPotential]) => ({
      accountKey,
      influence: rowToJudgement(influence),
      industryInfluence: rowToJudgement(industryInfluence),
      dealPotential: rowToJudgement(dealPotential),
    }))
}

export interface AccountRoles {
  customers: ReadonlySet<number>
  prospects: ReadonlySet<number>
}

/** Keys of the parties that are a customer or a prospect, all or among the given ones. */
export function readAccountRoles({ sqlite }: ReadDatabase, accountKeys: AccountKeys): AccountRoles {
  const rows = sqlite
    .prepare<string[], [number, string]>(
      accountKeys === 'all'
        ? `SELECT party.key, party_role.role FROM party_role CROSS JOIN party ON party.id = party_role.party_id
           WHERE party_role.role IN ('customer', 'prospect') AND party_role.is_deleted = 0`
        : `SELECT party.key, party_role.role FROM json_each(?) AS wanted
           CROSS JOIN party ON party.key = wanted.value
           CROSS JOIN party_role ON party_role.party_id = party.id
           WHERE party_role.role IN ('customer', 'prospect') AND party_role.is_deleted = 0`,
    )
    .raw()
    .all(...parameters(accountKeys))
  const keysOf = (wanted: string) => new Set(rows.flatMap(([key, role]) => (role === wanted ? [key] : [])))
  return { customers: keysOf('customer'), prospects: keysOf('prospect') }
}

/** Local key of a living company. Errors: not-found. */
export function requireAccountKey({ sqlite }: ReadDatabase, id: Id): number {
  const key = sqlite
    .prepare<[Buffer], number>("SELECT key FROM party WHERE id = ? AND kind = 'company' AND is_deleted = 0")
    .pluck()
    .get(idToBlob(id))
  if (key === undefined) {
    throw new MainstayError('not-found', 'There is no such account.', { id, kind: 'account' })
  }
  return key
}

/** Identity of the company with a local key that the database has given out. */
export function idOfAccount({ sqlite }: ReadDatabase, accountKey: number): Id {
  const id = sqlite.prepare<[number], Buffer>('SELECT id FROM party WHERE key = ?').pluck().get(accountKey)
  if (!id) throw new RangeError(`There is no account with the key ${accountKey}.`)
  return blobToId(id)
}

function parameters(accountKeys: AccountKeys): string[] {
  return accountKeys === 'all' ? [] : [JSON.stringify(accountKeys)]
}
