import type { Database as Sqlite } from 'better-sqlite3'

/** Registers of a party whose text is searched. */
const SEARCHED = new Set(['name', 'legalName', 'number'])

type SearchText = [key: number, name: string, legalName: string | null, number: string | null, pinyin: string]

export interface PartySearch {
  /** Notes what a party is found by, before these registers of it are shown anew. */
  expect(partyId: Buffer, isNew: boolean, registers: readonly { register: string }[]): void
  /** Brings the index up to the parties noted; one pass at the end of a group costs a third of single steps. */
  flush(): void
  /** Drops what was noted: the group it belonged to was rolled back. */
  clear(): void
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
  const noted = new Map<string, { partyId: Buffer; before: SearchText | undefined }>()
  return {
    expect(partyId, isNew, registers) {
      if (!isNew && !registers.some(({ register }) => SEARCHED.has(register))) return
      const name = partyId.toString('latin1')
      if (!noted.has(name)) noted.set(name, { partyId, before: isNew ? undefined : read.get(partyId) })
    },
    flush() {
      for (const { partyId, before } of noted.values()) {
        const after = read.get(partyId)
        if (before && after && before.every((text, index) => text === after[index])) continue
        if (before) forget.run(...before)
        if (after) insert.run(...after)
      }
      noted.clear()
    },
    clear: () => noted.clear(),
    rebuild() {
      sqlite.prepare("INSERT INTO party_search (party_search) VALUES ('rebuild')").run()
    },
  }
}
