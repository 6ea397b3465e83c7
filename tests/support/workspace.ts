import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/main/database/migrate.ts'
import { openDatabase } from '../../src/main/database/open-database.ts'
import type { WorkspaceDatabase } from '../../src/main/database/workspace-database.ts'

export interface TestWorkspace {
  file: string
  database: WorkspaceDatabase
  close(): void
}

/** An empty workspace in a real file of its own folder, removed by `close`. */
export function createTestWorkspace(): TestWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-'))
  const file = join(folder, 'test.mainstay')
  const database = openDatabase(file, { mode: 'writer', create: true })
  migrate(database, { backup: () => {} })
  return {
    file,
    database,
    close() {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
