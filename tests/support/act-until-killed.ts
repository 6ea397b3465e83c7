import { basename } from 'node:path'
import type { InputOf } from '#shared/contract/contract.ts'
import { createApplication } from '../../src/main/application/create-application.ts'

/**
 * Opens a workspace through the real application and does one heavy act: imports a file with a mapping, or undoes
 * the newest entry. Standard output tells "ready", then "done" once the act is acknowledged; then it waits to be killed.
 */
const [engineEntry = '', dataFolder = '', workspaceFile = '', act = '', ...rest] = process.argv.slice(2)

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

const tokenOf = (path: string) => application.registerFile({ path, name: basename(path) })

await ask('workspace.open', { fileToken: tokenOf(workspaceFile) })
process.stdout.write('ready\n')

if (act === 'undo') {
  await ask('history.undo', {})
} else {
  const [file = '', mapping = ''] = rest
  const finished = new Promise<void>((resolve) => {
    application.onEvent((event) => {
      if (event.type === 'job-finished') resolve()
    })
  })
  const request: InputOf<'import.commit'> = {
    fileToken: tokenOf(file),
    kind: 'order-lines',
    mapping: JSON.parse(mapping),
    settings: {},
  }
  await ask('import.commit', request)
  await finished
}
process.stdout.write('done\n')
setInterval(() => {}, 60_000)
