import { acquireWorkspaceLock } from '../../src/main/database/workspace-lock.ts'

const [workspaceFile = '', owner = ''] = process.argv.slice(2)

/** Holds the lock of a workspace until it is killed. */
acquireWorkspaceLock(workspaceFile, { owner })
process.stdout.write('locked\n')
setInterval(() => {}, 1000)
