import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeStamp } from '../../../scripts/content-stamp.mjs'
import { buildStamp } from '../../../scripts/ensure-build.mjs'

const scripts = resolve(import.meta.dirname, '../../../scripts')
const isWindows = process.platform === 'win32'
const echo = 'console.log(JSON.stringify(process.argv.slice(2)))\n'
const host = `process.on('SIGTERM', () => process.exit(7))
setInterval(() => undefined, 1000)
console.log('listening ' + JSON.stringify(process.argv.slice(2)))\n`

let root: string
const write = (path: string, content: string, mode = 0o644) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content, { mode })
}
const lockFile = (version: string) =>
  JSON.stringify({ name: 'probe', version, lockfileVersion: 3, packages: { '': { name: 'probe', version } } })
const markBuilt = () => writeStamp(join(root, 'out', '.build-stamp'), buildStamp(root))

/** The tests' own npm and launcher settings would otherwise reach the launcher under test. */
const environment = (extra: NodeJS.ProcessEnv = {}) => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|DISPLAY|WAYLAND|ELECTRON)/.test(name),
  )
  return { ...Object.fromEntries(own), MAINSTAY_CACHE: join(root, 'cache'), ...extra }
}
const launch = (args: string[], extra: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'launch.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment(extra),
  })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mainstay-launch-'))
  cpSync(scripts, join(root, 'scripts'), { recursive: true })
  write(
    'package.json',
    JSON.stringify({ name: 'probe', version: '1.0.0', type: 'module', engines: { node: '>=22.12' } }),
  )
  write('package-lock.json', lockFile('1.0.0'))
  write('.nvmrc', '24.21.0\n')
  write('out/main/command-line.js', echo)
  write('out/main/browser-host.js', host)
  markBuilt()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('mainstay', () => {
  it('keeps stdout clean for the command’s JSON while it installs, and hands arguments on unchanged', () => {
    const run = launch(['mainstay', 'call', '--workspace', 'my file', 'party.list', '{"q":"\'*\'"}'])
    expect(run.stdout).toBe('["call","--workspace","my file","party.list","{\\"q\\":\\"\'*\'\\"}"]\n')
    expect(run.stderr).toBe('Installing the packages of package-lock.json …\n')
    expect(run.status).toBe(0)
  })

  it('passes the command’s exit code through', () => {
    write('out/main/command-line.js', 'process.exitCode = 3\n')
    expect(launch(['mainstay']).status).toBe(3)
  })

  it('installs once, and again only when package-lock.json changes', () => {
    launch(['mainstay'])
    expect(launch(['mainstay']).stderr).toBe('')
    write('package-lock.json', lockFile('1.0.1'))
    write(
      'package.json',
      JSON.stringify({ name: 'probe', version: '1.0.1', type: 'module', engines: { node: '>=22.12' } }),
    )
    markBuilt()
    expect(launch(['mainstay']).stderr).toContain('Installing')
    expect(launch(['mainstay']).stderr).toBe('')
  })

  it('says what npm says when the installation fails, and tries again the next time', () => {
    write('package-lock.json', '{ "lockfileVersion": 3, "packages": {')
    const [first, second] = [launch(['mainstay']), launch(['mainstay'])]
    expect(first.status).toBe(1)
    expect(first.stderr).toContain('npm ci failed:')
    expect(first.stderr).not.toContain('at async')
    expect(second.stderr).toContain('npm ci failed:')
  })

  it('does not run an old build after a failed one', () => {
    launch(['mainstay'])
    write('src/main/index.ts', 'export {}\n')
    const run = launch(['mainstay'])
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('The build failed:')
    expect(run.stdout).toBe('')
  })

  it.skipIf(isWindows)(
    'runs under the cached Node where the running one is too old, with it first on PATH',
    () => {
      write('package.json', JSON.stringify({ name: 'probe', type: 'module', engines: { node: '>=98' } }))
      write('.nvmrc', '98.0.0\n')
      write(
        'cache/node-98.0.0/bin/node',
        '#!/bin/sh\n[ "$1" = --version ] && echo v98.0.0 && exit\necho "$(command -v node)|$2 $3"\nexit 5\n',
        0o755,
      )
      const run = launch(['mainstay', '--help'])
      expect(run.stdout).toBe(`${join(root, 'cache/node-98.0.0/bin/node')}|mainstay --help\n`)
      expect(run.stderr).toBe('')
      expect(run.status).toBe(5)
    },
  )
})

describe('start', () => {
  const begin = (args: string[], extra: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'launch.mjs'), 'start', ...args], {
      cwd: root,
      env: environment(extra),
    })
    const ended = new Promise<number | null>((done) => child.once('close', done))
    const listening = new Promise<void>((done) => child.stdout.once('data', () => done()))
    return { child, ended, listening, output: text(child.stdout), messages: text(child.stderr) }
  }

  it.skipIf(isWindows)(
    'hands the flags to the browser host, forwards SIGTERM and returns the host’s exit code',
    async () => {
      const flags = ['--no-open', '--port', '4000', '--sample']
      const { child, ended, listening, output, messages } = begin(flags)
      await listening
      child.kill('SIGTERM')
      expect(await ended).toBe(7)
      expect(await output).toBe(`listening ${JSON.stringify(flags)}\n`)
      expect(await messages).toContain('Opening Mainstay in the browser, as --no-open asks.\n')
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'says in one line that there is no display and opens the browser host',
    async () => {
      const { child, ended, listening, messages } = begin([])
      await listening
      child.kill('SIGTERM')
      await ended
      const lines = (await messages).trimEnd().split('\n')
      expect(lines.filter((line) => line.includes('desktop application'))).toEqual([
        "The desktop application can't be opened (there is no display): opening Mainstay in the browser instead.",
      ])
    },
  )

  it.skipIf(isWindows)(
    'opens the browser host soon where the Electron binary cannot be fetched',
    async () => {
      launch(['mainstay'])
      write('node_modules/electron/package.json', '{ "version": "45.4.1" }')
      write('node_modules/electron/install.js', 'process.exit(1)\n')
      const { child, ended, listening, messages } = begin([], {
        DISPLAY: ':99',
        ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      })
      await listening
      child.kill('SIGTERM')
      await ended
      expect(await messages).toBe(
        "The desktop application can't be opened (the Electron binary is absent and could not be fetched): " +
          'opening Mainstay in the browser instead.\n',
      )
    },
  )

  it.skipIf(isWindows)('starts the installed Electron binary on the project with the flags', () => {
    launch(['mainstay'])
    write('node_modules/electron/path.txt', 'electron')
    write(
      'node_modules/electron/dist/electron',
      '#!/bin/sh\necho "$@" "$ELECTRON_RUN_AS_NODE"\nexit 4\n',
      0o755,
    )
    const run = launch(['start', '--sample'], { DISPLAY: ':99', ELECTRON_RUN_AS_NODE: '1' })
    expect(run.stdout).toBe(`${root} --sample \n`)
    expect(run.status).toBe(4)
  })

  it('explains its options without installing anything', () => {
    const run = launch(['start', '--help'])
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('--workspace FILE')
    expect(existsSync(join(root, 'node_modules'))).toBe(false)
  })
})

it('refuses an unknown command with the list of commands', () => {
  const run = launch(['deploy'])
  expect(run.status).toBe(2)
  expect(run.stderr).toContain('mainstay')
  expect(launch(['constructor']).status).toBe(2)
})
