import { basename } from 'node:path'
import { createApplication } from '../../src/main/application/create-application.ts'

/**
 * Opens a workspace through the real application and writes until it is killed. Each acknowledged command's account
 * number goes to standard output after the call has returned; "ready" comes first.
 */
const [engineEntry = '', dataFolder = '', workspaceFile = '', prefix = ''] = process.argv.slice(2)

const application = await createApplication({
  dataFolder,
  engineEntry: new URL(engineEntry),
  defaultAuthor: 'Writer',
  now: Date.now,
})

async function ask(name: string, input: unknown): Promise<void> {
  const result = await application.call(name, input)
  if (result.ok) return
  process.stderr.write(`${name}: ${result.error.code}: ${result.error.message}\n`)
  process.exit(1)
}

const fileToken = application.registerFile({ path: workspaceFile, name: basename(workspaceFile) })
await ask('workspace.open', { fileToken })
process.stdout.write('ready\n')

for (let count = 0; ; count += 1) {
  const number = `${prefix}-${count}`
  await ask('account.create', { name: `客户 ${number}`, number })
  process.stdout.write(`${number}\n`)
  if (count % 3 !== 2) continue
  await ask('history.undo', {})
  process.stdout.write(`undone ${number}\n`)
}
