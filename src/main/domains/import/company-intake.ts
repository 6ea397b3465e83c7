import type { ImportCheck } from '#shared/contract/import.ts'
import type { Id } from '#shared/domain/id.ts'
import type { PartyRole } from '#shared/domain/party.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { coreName } from '../../ledger/core-name.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { createAccountFinder } from './account-finder.ts'
import { listLikelyDuplicates } from './import-summary.ts'
import type { RegisterDraft } from './register-draft.ts'
import { createNumbering } from './write-masters.ts'

export interface CompanyIntake {
  /** The company of a row: one the workspace has, else a new one under the id that its number or name gives everywhere. */
  find(number: string | null, name: string | null): { id: Id; isNew: boolean } | 'ambiguous'
  /** Sets registers of a found company; a new one gets its number, name and role with them. */
  set(
    id: Id,
    registers: Readonly<Record<string, RegisterValue>>,
    role: PartyRole | null,
  ): 'created' | 'updated' | 'unchanged'
  /** Gives numbers to the new companies that the file has none for, once all of them are known. */
  finish(): void
  figures(): Pick<ImportCheck, 'newAccounts' | 'duplicates'>
}

interface NewCompany {
  number: string | null
  name: string | null
  rowCount: number
  like: { id: Id; name: string; number: string } | null
}

/** Finds companies by number, then by name, and makes those that are not there; prospects, unless a row says otherwise. */
export function createCompanyIntake(database: ReadDatabase, draft: RegisterDraft): CompanyIntake {
  const findAccount = createAccountFinder(database)
  const byCore = database.sqlite.prepare<[string], { id: Buffer; name: string; number: string | null }>(
    `SELECT id, name, number FROM party
     WHERE kind = 'company' AND is_deleted = 0 AND name_core = ? ORDER BY key LIMIT 1`,
  )
  const added = new Map<Id, NewCompany>()

  const likeOf = (name: string | null): NewCompany['like'] => {
    const core = name === null ? '' : coreName(name)
    const row = core === '' ? undefined : byCore.get(core)
    return row ? { id: blobToId(row.id), name: row.name, number: row.number ?? '' } : null
  }

  return {
    find(number, name) {
      const found = findAccount(number, name)
      if (found === 'ambiguous') return 'ambiguous'
      if (found !== 'unknown') return { id: found.id, isNew: false }
      const id =
        number === null
          ? stableId('customer-name', coreName(name ?? '') || (name ?? ''))
          : stableId('customer-number', number)
      const met = added.get(id)
      if (met) met.rowCount += 1
      else added.set(id, { number, name, rowCount: 1, like: number === null ? null : likeOf(name) })
      return { id, isNew: true }
    },
    set(id, registers, role) {
      const company = added.get(id)
      const isFirst = company !== undefined && !draft.isThere('party', id)
      let identity: Record<string, RegisterValue> = {}
      if (isFirst) {
        const { number, name } = company
        identity = number === null ? { name: name ?? '' } : { number, name: name ?? number }
      }
      const state = draft.set('party', id, { ...identity, ...registers })
      const wanted = role ?? (isFirst ? 'prospect' : null)
      const roleState =
        wanted === null
          ? 'unchanged'
          : draft.set('party_role', stableId('party-role', id, wanted), {
              core: { partyId: id, role: wanted },
            })
      return state === 'unchanged' && roleState !== 'unchanged' ? 'updated' : state
    },
    finish() {
      const nextNumber = createNumbering(database, [...added.values()])
      for (const [id, { number }] of added) {
        if (number === null && draft.isThere('party', id)) draft.set('party', id, { number: nextNumber() })
      }
    },
    figures: () => ({
      newAccounts: added.size,
      duplicates: listLikelyDuplicates([...added.values()]),
    }),
  }
}
