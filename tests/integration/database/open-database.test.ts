import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import { openWorkspaceDatabase } from '../../../src/main/database/open-workspace-database.ts'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { errorCodeOf } from '../../support/ledger-commands.ts'
import { createTestFolder } from '../../support/workspace.ts'

let folder: ReturnType<typeof createTestFolder>
let file = ''
beforeEach(() => {
  folder = createTestFolder()
  file = join(folder.path, 'test.mainstay')
})
afterEach(() => folder.remove())

const open = () =>
  openWorkspaceDatabase(file, { backupFolder: join(folder.path, 'backups'), now: Date.now() }).close()
const create = () => createWorkspaceFile(file, { name: '东澜传动', baseCurrency: 'CNY' })

function overwrite(bytes: Buffer, offset: number): void {
  const content = readFileSync(file)
  bytes.copy(content, offset)
  writeFileSync(file, content)
}

const fingerprint = () => ({
  names: readdirSync(folder.path).sort(),
  hash: statSync(file).isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '',
})

const PAGE = 4096
const noise = (length: number) =>
  createCipheriv('aes-256-ctr', Buffer.alloc(32, 1), Buffer.alloc(16)).update(Buffer.alloc(length))

const spoil = (how: () => void) => () => {
  create()
  how()
}

const unopenable: [string, string, () => void][] = [
  ['an empty file', 'workspace-damaged', () => writeFileSync(file, '')],
  ['a file of zeros', 'workspace-damaged', () => writeFileSync(file, Buffer.alloc(3 * PAGE))],
  ['a file cut off within its header', 'workspace-damaged', spoil(() => truncateSync(file, 60))],
  ['a file cut off within its first page', 'workspace-damaged', spoil(() => truncateSync(file, 3000))],
  ['a file cut off in the middle', 'workspace-damaged', spoil(() => truncateSync(file, 10 * PAGE + 17))],
  ['a torn first sector', 'workspace-damaged', spoil(() => overwrite(noise(64), 0))],
  ['an impossible page size', 'workspace-damaged', spoil(() => overwrite(Buffer.from([0x0f, 0xff]), 16))],
  ['a page of noise inside', 'workspace-damaged', spoil(() => overwrite(noise(PAGE), 4 * PAGE))],
  ['a page of zeros inside', 'workspace-damaged', spoil(() => overwrite(Buffer.alloc(PAGE), 4 * PAGE))],
  ['a text file', 'workspace-foreign', () => writeFileSync(file, '客户编号,客户名称\n1,东澜\n'.repeat(500))],
  ['a short text file', 'workspace-foreign', () => writeFileSync(file, 'hello')],
  ['a packed file', 'workspace-foreign', () => writeFileSync(file, packed())],
  ['a database of another program', 'workspace-foreign', () => foreignDatabase()],
  ['an encrypted workspace', 'workspace-encrypted', () => encryptedDatabase()],
  ['a folder', 'workspace-missing', () => mkdirSync(file)],
  ['a workspace of a later version', 'workspace-newer', spoil(() => laterVersion())],
]

/** A zip file of noise: as random as an encrypted one, but for its first bytes. */
function packed(): Buffer {
  const body = Buffer.concat([Buffer.from('504b0304', 'hex'), deflateSync(noise(20 * PAGE))])
  return body.subarray(0, Math.floor(body.length / PAGE) * PAGE)
}

function foreignDatabase(): void {
  const other = new Database(file)
  other.exec('CREATE TABLE note (text TEXT); PRAGMA user_version = 1')
  other.close()
}

function encryptedDatabase(): void {
  const secret = new Database(file)
  secret.pragma("cipher = 'sqlcipher'")
  secret.pragma('legacy = 4')
  secret.pragma("key = 'correct horse'")
  secret.exec('CREATE TABLE party (name TEXT)')
  secret.close()
}

function laterVersion(): void {
  const later = new Database(file)
  later.pragma('user_version = 999')
  later.close()
}

describe.each(unopenable)('%s', (_, code, make) => {
  it(`is refused as ${code}, and is byte for byte what it was`, () => {
    make()
    const before = fingerprint()
    expect(errorCodeOf(open)).toBe(code)
    if (code !== 'workspace-damaged') {
      expect(errorCodeOf(() => openDatabase(file, { mode: 'reader' }))).toBe(code)
    }
    expect(fingerprint()).toEqual(before)
  })
})

it('a later version that still stands in the write-ahead log is seen as well', () => {
  create()
  const later = new Database(file)
  later.pragma('user_version = 999')
  later.pragma('wal_autocheckpoint = 0')
  expect(errorCodeOf(open)).toBe('workspace-newer')
  later.close()
})

it('a missing file is not made by opening it', () => {
  expect(errorCodeOf(open)).toBe('workspace-missing')
  expect(readdirSync(folder.path)).toEqual([])
})

it('no file is made over one that is there, whatever it is', () => {
  writeFileSync(file, 'precious')
  expect(errorCodeOf(create)).toBe('workspace-exists')
  expect(errorCodeOf(() => openDatabase(file, { mode: 'writer', create: true }))).toBe('workspace-exists')
  expect(readFileSync(file, 'utf8')).toBe('precious')
  expect(readdirSync(folder.path)).toEqual(['test.mainstay'])
})

it('a workspace that could not be filled leaves no file behind', () => {
  expect(() =>
    createWorkspaceFile(join(folder.path, 'missing', 'test.mainstay'), { name: 'x', baseCurrency: 'CNY' }),
  ).toThrow()
  expect(readdirSync(folder.path)).toEqual([])
})

it('a new workspace is one whole file that opens with its settings, and what founded it cannot be undone', () => {
  create()
  expect(readdirSync(folder.path)).toEqual(['test.mainstay'])
  const moved = join(folder.path, 'moved.mainstay')
  copyFileSync(file, moved)
  const database = openDatabase(moved, { mode: 'writer' })
  expect(database.sqlite.prepare('SELECT company_name, base_currency FROM setting').get()).toEqual({
    company_name: '东澜传动',
    base_currency: 'CNY',
  })
  expect(database.sqlite.prepare('SELECT is_founding, label_key FROM change_group').all()).toEqual([
    { is_founding: 1, label_key: 'workspace.create' },
  ])
  database.close()
})

it('writes only what has reached the disk, and forgets deleted text', () => {
  create()
  const writer = openDatabase(file, { mode: 'writer' })
  const pragma = (name: string) => writer.sqlite.pragma(name, { simple: true })
  expect(
    Object.fromEntries(
      [
        'journal_mode',
        'synchronous',
        'foreign_keys',
        'trusted_schema',
        'cell_size_check',
        'secure_delete',
        'temp_store',
      ].map((name) => [name, pragma(name)]),
    ),
  ).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
    temp_store: 2,
  })
  writer.close()
})

it('a reader sees what is committed while a change is being written, and cannot write', () => {
  create()
  const writer = openDatabase(file, { mode: 'writer' })
  const reader = openDatabase(file, { mode: 'reader' })
  const count = () => reader.sqlite.prepare('SELECT count(*) FROM category').pluck().get()
  writer.sqlite.exec('BEGIN IMMEDIATE')
  writer.sqlite.exec(`INSERT INTO category (id, name) VALUES (x'${randomBytes(16).toString('hex')}', 'a')`)
  expect(count()).toBe(0)
  writer.sqlite.exec('COMMIT')
  expect(count()).toBe(1)
  expect(errorCodeOf(() => reader.transaction(() => reader.sqlite.exec('DELETE FROM category')))).toBe(
    'read-only',
  )
  expect(count()).toBe(1)
  reader.close()
  writer.close()
})
