import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { CallResult } from '#shared/contract/call-result.ts'
import type { Application } from '../application/create-application.ts'

/** The currency of a workspace made on the way; it can be changed until orders exist. */
const FIRST_CURRENCY = 'CNY'

/** Opens the workspace file, making it if it is not there. */
export function openWorkspaceFile(application: Application, path: string): Promise<CallResult> {
  const name = basename(path)
  const fileToken = application.registerFile({ path, name })
  return existsSync(path)
    ? application.call('workspace.open', { fileToken })
    : application.call('workspace.create', {
        name: name.replace(/\.mainstay$/i, ''),
        baseCurrency: FIRST_CURRENCY,
        fileToken,
      })
}
