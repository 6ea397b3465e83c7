import { basename } from 'node:path'
import { createApplication } from '../../src/main/application/create-application.ts'

/**
 * Opens a workspace through the real application and writes until it is killed. Each acknowledged command's account
 * number goes to standard output after the call has returned; "ready" comes first.
 */
const [dataFolder = '', workspaceFile = '', prefix = ''] = process.argv.slice(2)

const application = await createApplication({
  dataFolder,
  engineEntry: new URL('../../src/main/engine.ts', import.meta.url),
  defaultAuthor: 'Writer',
  now: Date.now,
})
const fileToken = application.registerFile({ path: workspaceFile, name: basename(workspaceFile) })
const opened = await application.call('workspace.open', { fileToken })
if (!opened.ok) {
  process.stderr.write(`${opened.error.code}: ${opened.error.message}\n`)
  process.exit(1)
}
process.stdout.write('ready\n')

for (let count = 0; ; count += 1) {
  const number = `${prefix}-${count}`
  const created = await application.call('account.create', { name: `客户 ${number}`, number })
  if (!created.ok) {
    process.stderr.write(`${created.error.code}: ${created.error.message}\n`)
    process.exit(1)
  }
  process.stdout.write(`${number}\n`)
  if (count % 3 === 2) await application.call('history.undo', {})
  if (count % 3 === 2) process.stdout.write(`undone ${number}\n`)
}
