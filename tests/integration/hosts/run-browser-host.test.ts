import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LOOPBACK_PATHS, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import { startLoopback } from '../../support/loopback.ts'
import { MAIN_SOURCES, makeBuiltLayout } from './built-layout.ts'

let folder = ''
let entry = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-host-'))
  entry = join(makeBuiltLayout(folder).mainFolder, 'browser-host.mjs')
  const host = join(MAIN_SOURCES, 'hosts', 'loopback', 'run-browser-host.ts')
  writeFileSync(
    entry,
    `import { runBrowserHost } from ${JSON.stringify(host)}
process.exitCode = await runBrowserHost(process.argv.slice(2), import.meta.filename)`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number | null
  output: string
  errors: string
}

async function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [entry, `--data-folder=${join(folder, 'data')}`, ...args])
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await exited, output, errors }
}

const callWith = async ({ origin, token }: { origin: string; token: string }, name: string, input = {}) => {
  const response = await fetch(`${origin}${LOOPBACK_PATHS.call}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', [TOKEN_HEADER]: token },
    body: JSON.stringify({ name, input }),
  })
  return response.json()
}

it('prints one line with an address that opens the page, and Ctrl-C ends it with 0', async () => {
  const loopback = await startLoopback({ entry })
  const page = await fetch(loopback.origin)
  expect(await page.text()).toContain('<title>Mainstay</title>')
  expect(await callWith(loopback, 'workspace.current')).toEqual({ ok: true, value: null })
  expect(await loopback.stop()).toBe(0)
})

it('Ctrl-C that arrives twice, as through a parent that passes it on, still closes in order', async () => {
  const child = spawn(process.execPath, [entry, '--no-open', `--data-folder=${join(folder, 'data')}`])
  const exited = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })))
  await new Promise((done) => child.stdout.once('data', done))
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await exited).toEqual({ code: 0, signal: null })
})

it('--workspace makes the file where it is not there, and opens it the next time', async () => {
  const workspace = join(folder, '东澜 2026.mainstay')
  for (const _ of ['first start', 'second start']) {
    const loopback = await startLoopback({ entry, workspace })
    try {
      expect(await callWith(loopback, 'workspace.current')).toMatchObject({
        ok: true,
        value: { fileName: '东澜 2026.mainstay' },
      })
    } finally {
      await loopback.stop()
    }
  }
})

it('a file that is no workspace ends the start with its name and the reason', async () => {
  const foreign = join(folder, 'foreign.mainstay')
  writeFileSync(foreign, 'not a database at all, only text that is long enough to be looked at')
  const { code, output, errors } = await run('--no-open', '--workspace', foreign)
  expect(code).toBe(1)
  expect(output).toBe('')
  expect(errors).toContain('foreign.mainstay: ')
})

it('a wrong option ends with 2, says which, and shows the usage', async () => {
  const { code, output, errors } = await run('--listen', '0.0.0.0')
  expect(code).toBe(2)
  expect(output).toBe('')
  expect(errors).toContain('--listen')
  expect(errors).toContain('--no-open')
})

it('--help prints the usage and starts nothing', async () => {
  const { code, output } = await run('--help')
  expect(code).toBe(0)
  expect(output).toContain('--workspace FILE')
  expect(output).not.toContain('http://')
})
