import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { contentStamp, isStamped, writeStamp } from '../../../scripts/content-stamp.mjs'

let root: string
const stamp = () => contentStamp(root, ['src', 'package-lock.json', 'absent'])
const write = (path: string, text: string) => writeFileSync(join(root, path), text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mainstay-stamp-'))
  mkdirSync(join(root, 'src', 'main'), { recursive: true })
  write('src/main/index.ts', 'export const one = 1\n')
  write('package-lock.json', '{}')
})

describe('contentStamp', () => {
  it('stays the same when a checkout only touches the times', () => {
    const before = stamp()
    utimesSync(join(root, 'src/main/index.ts'), new Date(0), new Date(0))
    expect(stamp()).toBe(before)
  })

  it('changes when a file changes at equal length', () => {
    const before = stamp()
    write('src/main/index.ts', 'export const one = 2\n')
    expect(stamp()).not.toBe(before)
  })

  it('changes when a file comes, is renamed or goes', () => {
    const seen = new Set([stamp()])
    write('src/main/engine.ts', '')
    seen.add(stamp())
    renameSync(join(root, 'src/main/engine.ts'), join(root, 'src/main/motor.ts'))
    seen.add(stamp())
    rmSync(join(root, 'src/main/index.ts'))
    seen.add(stamp())
    expect(seen.size).toBe(4)
  })

  it('does not confuse text that moves from one file to the next', () => {
    write('src/a.ts', 'xy')
    write('src/b.ts', 'z')
    const before = stamp()
    write('src/a.ts', 'x')
    write('src/b.ts', 'yz')
    expect(stamp()).not.toBe(before)
  })

  it('does not rebuild for a note or the type checker’s cache', () => {
    const before = stamp()
    write('src/README.md', '# Rooms')
    write('src/tsconfig.tsbuildinfo', '{}')
    expect(stamp()).toBe(before)
  })

  it('tells machines apart, since installed binaries differ', () => {
    expect(contentStamp(root, ['src'], ['linux'])).not.toBe(contentStamp(root, ['src'], ['darwin']))
  })
})

describe('isStamped', () => {
  it('is false before the first stamp, after a change and for a torn stamp file', () => {
    const file = join(root, 'out', '.build-stamp')
    expect(isStamped(file, stamp())).toBe(false)
    writeStamp(file, stamp())
    expect(isStamped(file, stamp())).toBe(true)
    write('src/main/index.ts', '')
    expect(isStamped(file, stamp())).toBe(false)
    writeFileSync(file, stamp().slice(0, 20))
    expect(isStamped(file, stamp())).toBe(false)
  })
})
