import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { createEngine } from '../../../src/main/application/create-engine.ts'
import { type OpenWorkspaceOptions, openWorkspace } from '../../../src/main/application/open-workspace.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { createTestFolder } from '../../support/workspace.ts'

let folder: ReturnType<typeof createTestFolder>
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => folder.remove())

const ports = { emit: () => {}, announceDownload: () => {}, now: Date.now }

/** Opens `file` as the application does, on engines of this thread unless the test brings its own. */
const open = (
  file: string,
  startEngine: OpenWorkspaceOptions['startEngine'] = (options) => createEngine(options, ports),
  purpose: OpenWorkspaceOptions['purpose'] = null,
) =>
  openWorkspace(file, {
    isSample: false,
    sampleLanguage: null,
    exchangeFolder: join(folder.path, 'exchange'),
    backupFolder: join(folder.path, 'backups'),
    author: 'Tester',
    installationId: 'test',
    purpose,
    now: Date.now,
    remember: () => {},
    lockLost: () => {},
    backedUp: () => {},
    startEngine,
  })

function makeWorkspace(): string {
  const file = join(folder.path, 'firm.mainstay')
  createWorkspaceFile(file, {
    name: 'Firm',
    baseCurrency: 'CNY',
    author: 'Tester',
    installationId: 'test',
    now: Date.now,
  })
  return file
}

it('keeps the lock until a writer that opens late is closed when the reader failed first', async () => {
  const file = join(folder.path, 'firm.mainstay')
  openDatabase(file, { mode: 'writer', create: true }).close()
  const seen: string[] = []

  const opening = open(file, async (options) => {
    if (options.role === 'reader') throw new MainstayError('disk-full', 'The disk is full.')
    await wait(50)
    const engine = await createEngine(options, ports)
    seen.push(`opened, ${existsSync(`${file}.lock`) ? 'locked' : 'free'}`)
    return {
      ...engine,
      async close() {
        seen.push(`closed, ${existsSync(`${file}.lock`) ? 'locked' : 'free'}`)
        await engine.close()
      },
    }
  })

  await expect(opening).rejects.toMatchObject({ code: 'disk-full' })
  expect(seen).toEqual(['opened, locked', 'closed, locked'])
  expect(existsSync(`${file}.lock`)).toBe(false)
})

it('leaves nothing beside a file that was only looked at', async () => {
  const file = makeWorkspace()
  const workspace = await open(file)
  expect((await workspace.summary()).name).toBe('Firm')
  await workspace.close()
  expect(readdirSync(folder.path).filter((name) => name.startsWith('firm'))).toEqual(['firm.mainstay'])
})

it('refuses a file that needs no migration and is damaged inside, and gives back its lock', async () => {
  const file = makeWorkspace()
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(4096, 7), 0, 4096, 4 * 4096)
  closeSync(descriptor)
  await expect(open(file)).rejects.toMatchObject({ code: 'workspace-damaged' })
  expect(existsSync(`${file}.lock`)).toBe(false)
})

it('answers a command with the reason while its writer cannot start, and carries it out once it can', async () => {
  const file = makeWorkspace()
  let isFull = true
  const workspace = await open(file, async (options) => {
    if (options.role === 'writer' && isFull) throw new MainstayError('disk-full', 'The disk is full.')
    return createEngine(options, ports)
  })
  const rename = () => workspace.writer.call('settings.revise', { companyName: 'Renamed' }, new Map())
  expect(await rename()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
  isFull = false
  workspace.setAuthor('Later author')
  expect(await rename()).toMatchObject({ ok: true })
  const history = await workspace.reader.call('history.list', { offset: 0, limit: 5 }, new Map())
  expect(JSON.stringify(history)).toContain('Later author')
  await workspace.close()
  expect(await rename()).toMatchObject({ ok: false })
  expect(existsSync(`${file}.lock`)).toBe(false)
})

it('starts only the engine for the one thing it is opened for, and the other when it is needed', async () => {
  const file = makeWorkspace()
  const roles: string[] = []
  const started: OpenWorkspaceOptions['startEngine'] = (options) => {
    roles.push(options.role)
    return createEngine(options, ports)
  }
  const forWriting = await open(file, started, 'writing')
  expect((await forWriting.summary()).name).toBe('Firm')
  expect(await forWriting.writer.call('settings.revise', { companyName: 'New' }, new Map())).toMatchObject({
    ok: true,
  })
  expect(roles).toEqual(['writer'])
  expect(await forWriting.reader.call('settings.get', {}, new Map())).toMatchObject({
    value: { companyName: 'New' },
  })
  expect(roles).toEqual(['writer', 'reader'])
  await forWriting.close()

  roles.length = 0
  const forReading = await open(file, started, 'reading')
  expect((await forReading.summary()).name).toBe('New')
  await forReading.close()
  expect(roles).toEqual(['reader'])
})
