import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/main/database/migrate.ts'
import { openDatabase } from '../../src/main/database/open-database.ts'
import type { WorkspaceDatabase } from '../../src/main/database/workspace-database.ts'
import { createLedger } from '../../src/main/ledger/create-ledger.ts'
import type { Ledger, LedgerPorts } from '../../src/main/ledger/ledger.ts'

export interface TestWorkspace {
  folder: string
  file: string
  database: WorkspaceDatabase
  ledger: Ledger
  close(): void
}

/** A folder of its own for files of a test. */
export function createTestFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mainstay-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * An empty workspace in a real file of its own folder, removed by `close`.
 * Without ports its author is "Tester", its clock and its chance are the computer's, and nothing follows a change.
 */
export function createTestWorkspace(ports: Partial<LedgerPorts> = {}): TestWorkspace {
  const folder = createTestFolder()
  const file = join(folder.path, 'test.mainstay')
  const database = openDatabase(file, { mode: 'writer', create: true })
  migrate(database, { backup: () => {} })
  const ledger = createLedger(database, {
    author: () => 'Tester',
    now: Date.now,
    randomBytes,
    afterChange: () => {},
    ...ports,
  })
  return {
    folder: folder.path,
    file,
    database,
    ledger,
    close() {
      database.close()
      folder.remove()
    },
  }
}
