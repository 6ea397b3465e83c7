import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChromium } from '../../../scripts/find-chromium.mjs'

const folderWith = (...programs: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-path-'))
  for (const name of programs) writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })
  return folder
}
const find = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') => findChromium({ env, platform })

describe('findChromium', () => {
  it.each(['chromium', 'chromium-browser', 'google-chrome', 'msedge'])('finds %s on PATH', (name) => {
    const folder = folderWith(name)
    expect(find({ PATH: ['/absent', folder].join(delimiter) })).toBe(join(folder, name))
  })

  it('prefers the earlier folder of PATH, as a shell does', () => {
    const [first, second] = [folderWith('google-chrome'), folderWith('chromium')]
    expect(find({ PATH: [first, second].join(delimiter) })).toBe(join(first, 'google-chrome'))
  })

  it('takes CHROMIUM before PATH', () => {
    const [own, other] = [folderWith('my-browser'), folderWith('chromium')]
    expect(find({ CHROMIUM: join(own, 'my-browser'), PATH: other })).toBe(join(own, 'my-browser'))
  })

  it('refuses a CHROMIUM that names nothing instead of testing another browser', () => {
    expect(() => find({ CHROMIUM: '/absent/chrome', PATH: folderWith('chromium') })).toThrow('/absent/chrome')
  })

  it('passes over folders and files that cannot be run', () => {
    const folder = folderWith('chromium')
    chmodSync(join(folder, 'chromium'), 0o644)
    mkdirSync(join(folder, 'google-chrome'))
    expect(find({ PATH: folder })).toBeUndefined()
  })

  it('finds nothing where PATH is empty or unset', () => {
    expect(find({ PATH: '' })).toBeUndefined()
    expect(find({})).toBeUndefined()
  })

  it('reads the Windows spelling of PATH and the .exe ending', () => {
    const folder = folderWith('msedge.exe')
    expect(find({ Path: folder }, 'win32')).toBe(join(folder, 'msedge.exe'))
  })
})
