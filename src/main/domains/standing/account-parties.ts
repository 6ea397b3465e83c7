import type { Judgement } from '#shared/domain/party.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { rowToJudgement } from './judgement-row.ts'

/** A living company that may be an account, with what people judge of it. */
export interface AccountParty {
  accountKey: number
  isCustomer: boolean
  isProspect: boolean
  influence: Judgement | null
  industryInfluence: Judgement | null
  dealPotential: Judgement | null
}

interface PartyCells {
  key: number
  id: string
  influence: string | null
  industry_influence: string | null
  deal_potential: string | null
}

const IS_LIVING = "party.kind = 'company' AND party.is_deleted = 0 AND party.merged_into IS NULL"

/** All living companies in the order of their keys, or those of them with the given keys. */
export function listAccountParties(
  { sqlite }: ReadDatabase,
  accountKeys: 'all' | readonly number[],
): AccountParty[] {
  const isAll = accountKeys === 'all'
  const given = isAll ? [] : [JSON.stringify(accountKeys)]
  const parties = sqlite
    .prepare<string[], PartyCells>(
      `SELECT key, hex(id) AS id, influence, industry_influence, deal_potential FROM party
       WHERE ${IS_LIVING} ${isAll ? '' : 'AND key IN (SELECT value FROM json_each(?))'} ORDER BY key`,
    )
    .all(...given)
  // Joining 100,000 parties by their ids in SQLite takes several times as long as this.
  const partiesWithRole = (role: string): Set<string> =>
    new Set(
      sqlite
        .prepare<string[], string>(
          `SELECT hex(party_id) FROM party_role WHERE role = ? AND is_deleted = 0 ${
            isAll
              ? ''
              : 'AND party_id IN (SELECT id FROM party WHERE key IN (SELECT value FROM json_each(?)))'
          }`,
        )
        .pluck()
        .all(role, ...given),
    )
  const customers = partiesWithRole('customer')
  const prospects = partiesWithRole('prospect')
  return parties.map((row) => ({
    accountKey: row.key,
    isCustomer: customers.has(row.id),
    isProspect: prospects.has(row.id),
    influence: rowToJudgement(row.influence),
    industryInfluence: rowToJudgement(row.industry_influence),
    dealPotential: rowToJudgement(row.deal_potential),
  }))
}
