import { idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase, WorkspaceDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { nextCustomerNumber } from '../account/account-repository.ts'
import type { ImportReading } from './read-import.ts'

/** Writes what an import found new or could fill: customers with their role, products, categories. */
export function writeMasters(
  database: WorkspaceDatabase,
  writer: ChangeWriter,
  { accounts, products }: ImportReading,
): void {
  const requireKey = createKeyCheck(database)

  for (const { id, key, name } of products.newCategories()) {
    writer.set('category', id, 'name', name)
    requireKey('category', id, key)
  }
  for (const { id, key, code, name, category } of products.newEntries()) {
    writer.setAll('product', id, { code, name: name ?? code, ...(category ? { category: category.id } : {}) })
    requireKey('product', id, key)
  }
  for (const { isNew, id, name, category, filled } of products.entries()) {
    if (isNew || filled.size === 0) continue
    writer.setAll('product', id, {
      ...(filled.has('name') ? { name } : {}),
      ...(filled.has('category') && category ? { category: category.id } : {}),
    })
  }

  const newAccounts = accounts.newEntries()
  const nextNumber = createNumbering(database, newAccounts)
  for (const { id, key, number, name, country } of newAccounts) {
    const given = number ?? nextNumber()
    const registers: Record<string, RegisterValue> = { number: given, name: name ?? given }
    if (country !== null) registers.country = country
    writer.setAll('party', id, registers)
    requireKey('party', id, key)
    writeRole(writer, id)
  }
  for (const { isNew, id, name, country, filled } of accounts.entries()) {
    if (isNew || filled.size === 0) continue
    if (filled.has('role')) writeRole(writer, id)
    if (filled.has('name') || filled.has('country')) {
      writer.setAll('party', id, {
        ...(filled.has('name') ? { name } : {}),
        ...(filled.has('country') ? { country } : {}),
      })
    }
  }
}

function writeRole(writer: ChangeWriter, partyId: string): void {
  const role = 'customer'
  writer.set('party_role', stableId('party-role', partyId, role), 'core', { partyId, role })
}

/** Order lines are written before the rows they name, under the keys these are bound to get. */
function createKeyCheck({ sqlite }: WorkspaceDatabase) {
  const keysOf = {
    party: sqlite.prepare<[Buffer], number>('SELECT key FROM party WHERE id = ?').pluck(),
    product: sqlite.prepare<[Buffer], number>('SELECT key FROM product WHERE id = ?').pluck(),
    category: sqlite.prepare<[Buffer], number>('SELECT key FROM category WHERE id = ?').pluck(),
  }
  return (table: keyof typeof keysOf, id: string, key: number) => {
    const given = keysOf[table].get(idToBlob(id))
    if (given !== key) throw new Error(`A row of ${table} got the key ${given} instead of ${key}.`)
  }
}

/** Free customer numbers, also beside those that the file brings. */
export function createNumbering(
  database: ReadDatabase,
  entries: readonly { number: string | null }[],
): () => string {
  const taken = new Set(entries.map((entry) => entry.number))
  const first = nextCustomerNumber(database)
  const prefix = first.replace(/\d+$/, '')
  const digits = first.length - prefix.length
  let next = Number(first.slice(prefix.length))
  return () => {
    let number = ''
    do {
      number = prefix + String(next).padStart(digits, '0')
      next += 1
    } while (taken.has(number))
    return number
  }
}
