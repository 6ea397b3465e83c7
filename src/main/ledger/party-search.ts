import type { Database as Sqlite } from 'better-sqlite3'

/** Registers of a party whose text is searched. */
const SEARCHED = new Set(['name', 'legalName', 'number'])

type SearchText = [key: number, name: string, legalName: string | null, number: string | null, pinyin: string]

export interface PartySearch {
  /** Runs `write`, which shows these registers of a party, and brings the full-text index along. */
  around(partyId: Buffer, isNew: boolean, registers: readonly { register: string }[], write: () => void): void
  /** Indexes all parties anew. */
  rebuild(): void
}

/** The index keeps no text of its own, so what it forgets must be told in the words it was given. */
export function createPartySearch(sqlite: Sqlite): PartySearch {
  const read = sqlite
    .prepare<[Buffer], SearchText>(
      'SELECT key, name, legal_name, number, name_pinyin FROM party WHERE id = ?',
    )
    .raw()
  const insert = sqlite.prepare<SearchText>(
    'INSERT INTO party_search (rowid, name, legal_name, number, name_pinyin) VALUES (?, ?, ?, ?, ?)',
  )
  const forget = sqlite.prepare<SearchText>(
    `INSERT INTO party_search (party_search, rowid, name, legal_name, number, name_pinyin)
     VALUES ('delete', ?, ?, ?, ?, ?)`,
  )
  return {
    around(partyId, isNew, registers, write) {
      if (!isNew && !registers.some(({ register }) => SEARCHED.has(register))) return write()
      const before = isNew ? undefined : read.get(partyId)
      write()
      const after = read.get(partyId)
      if (before) forget.run(...before)
      if (after) insert.run(...after)
    },
    rebuild() {
      sqlite.prepare("INSERT INTO party_search (party_search) VALUES ('rebuild')").run()
    },
  }
}
