import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cacheFolder,
  compareVersions,
  minimumNodeVersion,
  moveIntoPlace,
  nodeBinaryIn,
  wantedNodeVersion,
} from '../../../scripts/node-runtime.mjs'

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'mainstay-runtime-'))

const packageFolder = (parent: string, name: string) => {
  const folder = join(parent, name)
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'mark'), name)
  symlinkSync(process.execPath, nodeBinaryIn(folder))
  return folder
}

describe('compareVersions', () => {
  it.each([
    ['20.20.2', '22.12', -1],
    ['22.9.0', '22.12', -1],
    ['22.12.0', '22.12', 0],
    ['v24.21.0', '22.12', 1],
    ['100.0.0', '22.12', 1],
    ['24.0.0-nightly2026', '22.12', 1],
  ])('orders %s and %s as numbers, not as text', (left, right, sign) => {
    expect(Math.sign(compareVersions(left, right))).toBe(sign)
  })

  it('orders every pair of versions like their numbers', () => {
    const version = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200))
    fc.assert(
      fc.property(version, version, (a, b) => {
        const weight = ([major, minor, patch]: typeof a) => major * 1e6 + minor * 1e3 + patch
        expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(Math.sign(weight(a) - weight(b)))
      }),
    )
  })
})

it('fetches a Node that package.json accepts', () => {
  expect(minimumNodeVersion()).toMatch(/^\d+\.\d+/)
  expect(compareVersions(wantedNodeVersion(), minimumNodeVersion())).toBeGreaterThanOrEqual(0)
})

describe('cacheFolder', () => {
  it('takes MAINSTAY_CACHE before the place of the system', () => {
    expect(cacheFolder({ env: { MAINSTAY_CACHE: '/c', XDG_CACHE_HOME: '/x' }, platform: 'linux' })).toBe('/c')
  })

  it('ignores an empty setting instead of writing into the current folder', () => {
    const env = { MAINSTAY_CACHE: '', XDG_CACHE_HOME: '' }
    expect(cacheFolder({ env, platform: 'linux', home: '/h' })).toBe(join('/h', '.cache', 'mainstay'))
  })

  it('follows the habit of each system', () => {
    expect(cacheFolder({ env: { XDG_CACHE_HOME: '/x' }, platform: 'linux' })).toBe(join('/x', 'mainstay'))
    expect(cacheFolder({ env: {}, platform: 'darwin', home: '/h' })).toBe(
      join('/h', 'Library', 'Caches', 'mainstay'),
    )
    expect(cacheFolder({ env: { LOCALAPPDATA: '/l' }, platform: 'win32' })).toBe(join('/l', 'mainstay'))
  })
})

describe('moveIntoPlace', () => {
  it('puts a folder where nothing stands', async () => {
    const parent = temporaryFolder()
    const target = join(parent, 'node')
    await moveIntoPlace(packageFolder(parent, 'fetched'), target)
    expect(readFileSync(join(target, 'mark'), 'utf8')).toBe('fetched')
  })

  it('keeps the working Node of a launcher that was faster', async () => {
    const parent = temporaryFolder()
    const target = packageFolder(parent, 'first')
    await moveIntoPlace(packageFolder(parent, 'second'), target)
    expect(readFileSync(join(target, 'mark'), 'utf8')).toBe('first')
  })

  it('replaces a folder whose binary does not run', async () => {
    const parent = temporaryFolder()
    const target = join(parent, 'node')
    mkdirSync(join(target, 'bin'), { recursive: true })
    writeFileSync(nodeBinaryIn(target), 'half a download', { mode: 0o755 })
    await moveIntoPlace(packageFolder(parent, 'fetched'), target)
    expect(readFileSync(join(target, 'mark'), 'utf8')).toBe('fetched')
  })
})
