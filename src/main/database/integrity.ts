import { createHash } from 'node:crypto'
import type { Database as Sqlite } from 'better-sqlite3'
import { MainstayError } from '#shared/contract/call-result.ts'
import { toMainstayError } from './sqlite-error.ts'
import type { ReadDatabase } from './workspace-database.ts'

/**
 * Reads every page. `quick` leaves out the comparison of indexes with their tables and takes about half as long.
 * Errors: workspace-damaged, with the first findings in its details.
 */
export function checkIntegrity({ sqlite }: ReadDatabase, depth: 'quick' | 'full'): void {
  const findings = readFindings(sqlite, depth === 'quick' ? 'quick_check(5)' : 'integrity_check(5)')
  if (findings.length === 1 && findings[0] === 'ok') return
  throw new MainstayError('workspace-damaged', 'The workspace file is damaged inside.', { findings })
}

function readFindings(sqlite: Sqlite, pragma: string): string[] {
  try {
    return (sqlite.pragma(pragma) as Record<string, string>[]).flatMap((row) => Object.values(row))
  } catch (error) {
    throw toMainstayError(error)
  }
}

/** What a copy of a workspace must have in common with it. */
export interface Fingerprint {
  /** SHA-256 over every op of the log. */
  logHash: string
  /** Table → number of rows. */
  rowCounts: Record<string, number>
}

export function fingerprintOf({ sqlite }: ReadDatabase): Fingerprint {
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all()
  const rowCounts: Record<string, number> = {}
  for (const name of names) {
    rowCounts[name] = sqlite.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0
  }
  return { logHash: logHash(sqlite), rowCounts }
}

function logHash(sqlite: Sqlite): string {
  const hash = createHash('sha256')
  const ops = sqlite
    .prepare<[], string>(
      `SELECT json_array(device_key, seq, hlc, table_name, hex(row_id), register, value, hex(salt), pred, reason, group_key)
       FROM op ORDER BY device_key, seq`,
    )
    .pluck()
  for (const op of ops.iterate()) hash.update(op).update('\n')
  return hash.digest('hex')
}
