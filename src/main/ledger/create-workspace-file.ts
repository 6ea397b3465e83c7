import { randomBytes } from 'node:crypto'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { createDatabaseFile } from '../database/create-database-file.ts'
import { tables } from '../database/schema.ts'
import { createLedger } from './create-ledger.ts'
import { stableId } from './stable-id.ts'

export interface NewWorkspace {
  /** The firm the workspace belongs to. */
  name: string
  baseCurrency: CurrencyCode
  author?: string
  now?: () => number
  installationId?: string
}

/** The row that holds a workspace's settings, the same in every workspace. */
export const WORKSPACE_SETTING_ID = stableId('setting', 'workspace')

/** Makes a new workspace with its first settings; they are not undoable. Errors: workspace-exists, disk-full. */
export function createWorkspaceFile(
  file: string,
  { name, baseCurrency, author = '', now = Date.now, installationId }: NewWorkspace,
): void {
  createDatabaseFile(file, (database) => {
    const ledger = createLedger(database, {
      author: () => author,
      now,
      randomBytes,
      afterChange: () => {},
      ...(installationId === undefined ? {} : { installationId }),
    })
    ledger.change({ key: 'workspace.create', values: { name } }, ['settings'], (writer) =>
      writer.setAll('setting', WORKSPACE_SETTING_ID, { companyName: name, baseCurrency }),
    )
    database.run(tables.updateTable('change_group').set({ is_founding: 1 }))
  })
}
