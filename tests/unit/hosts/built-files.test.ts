import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listBuiltFiles } from '../../../src/main/hosts/built-files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-built-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('only files of the build with a known kind have an address', () => {
  mkdirSync(join(folder, 'assets'))
  for (const name of [
    'index.html',
    'assets/a.js',
    'assets/a.css',
    'assets/a.js.map',
    'assets/a.woff2',
    '.env',
    'notes',
  ])
    writeFileSync(join(folder, name), '')
  symlinkSync('/etc/hostname', join(folder, 'assets', 'link.js'))
  const files = listBuiltFiles(folder)
  expect([...files.keys()].sort()).toEqual([
    '/',
    '/assets/a.css',
    '/assets/a.js',
    '/assets/a.woff2',
    '/index.html',
  ])
  expect(files.get('/')).toBe(files.get('/index.html'))
  expect(files.get('/assets/a.js')?.contentType).toBe('text/javascript; charset=utf-8')
})

it('a folder without a built page is an error at start, not a blank window', () => {
  expect(() => listBuiltFiles(folder)).toThrow(/no built index\.html/)
})
