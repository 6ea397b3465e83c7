import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { createEngine } from '../../../src/main/application/create-engine.ts'
import { openWorkspace } from '../../../src/main/application/open-workspace.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { createTestFolder } from '../../support/workspace.ts'

let folder: ReturnType<typeof createTestFolder>
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => folder.remove())

it('keeps the lock until a writer that opens late is closed when the reader failed first', async () => {
  const file = join(folder.path, 'firm.mainstay')
  openDatabase(file, { mode: 'writer', create: true }).close()
  const seen: string[] = []
  const ports = { emit: () => {}, announceDownload: () => {}, now: Date.now }

  const opening = openWorkspace(file, {
    isSample: false,
    sampleLanguage: null,
    exchangeFolder: join(folder.path, 'exchange'),
    backupFolder: join(folder.path, 'backups'),
    author: 'Tester',
    installationId: 'test',
    now: Date.now,
    remember: () => {},
    lockLost: () => {},
    backedUp: () => {},
    async startEngine(options) {
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
    },
  })

  await expect(opening).rejects.toMatchObject({ code: 'disk-full' })
  expect(seen).toEqual(['opened, locked', 'closed, locked'])
  expect(existsSync(`${file}.lock`)).toBe(false)
})
