import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listBackups, makeBackup } from '../../../src/main/database/backup.ts'
import { MIGRATIONS, type Migration, migrate, schemaVersion } from '../../../src/main/database/migrate.ts'
import { initialMigration } from '../../../src/main/database/migrations/0001-initial.ts'
import { openDatabase } from '../../../src/main/database/open-database.ts'
import type { WorkspaceDatabase } from '../../../src/main/database/workspace-database.ts'
import { errorCodeOf, everythingIn } from '../../support/ledger-commands.ts'
import { createTestFolder } from '../../support/workspace.ts'

let folder: ReturnType<typeof createTestFolder>
let database: WorkspaceDatabase
beforeEach(() => {
  folder = createTestFolder()
  database = openDatabase(join(folder.path, 'test.mainstay'), { mode: 'writer', create: true })
})
afterEach(() => {
  database.close()
  folder.remove()
})

const first: Migration = { version: 1, statements: initialMigration }
const second: Migration = {
  version: 2,
  statements: "ALTER TABLE party ADD COLUMN colour TEXT; UPDATE party SET colour = 'red'",
}
const broken: Migration = {
  version: 3,
  statements: 'ALTER TABLE party ADD COLUMN size TEXT; CREATE TABLE party (key)',
}

const backup = () =>
  makeBackup(database, { folder: join(folder.path, 'backups'), reason: 'before-migration', now: Date.now() })
const addParty = () =>
  database.sqlite.exec("INSERT INTO party (id, name) VALUES (x'00112233445566778899aabbccddeeff', 'Acme')")

it('the versions are consecutive from 1', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

it('0001 makes every table of the workspace strict, so that a number never lands in a text column', () => {
  migrate(database, { backup, migrations: [first] })
  expect(schemaVersion(database.sqlite)).toBe(1)
  const loose = database.sqlite
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  expect(database.sqlite.pragma('foreign_key_check')).toEqual([])
})

it('0002 gives a file of version 1 the tables of the models and leaves every row it had', () => {
  migrate(database, { backup, migrations: [first] })
  addParty()
  database.sqlite.exec("INSERT INTO product (id, code) VALUES (x'ffeeddccbbaa99887766554433221100', 'P-1')")
  const [, models] = MIGRATIONS
  expect(migrate(database, { backup, migrations: models ? [first, models] : [] })).toEqual([2])
  expect(database.sqlite.prepare('SELECT name, segment, litigation FROM party').all()).toEqual([
    { name: 'Acme', segment: null, litigation: null },
  ])
  expect(database.sqlite.prepare('SELECT code, list_price FROM product').all()).toEqual([
    { code: 'P-1', list_price: null },
  ])
  const made = ['invoice', 'payment', 'credit_rating', 'customer_spend', 'opportunity', 'class_publication']
  for (const table of made) {
    expect(database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  }
})

it('0003 lets the values of a field be read in the order of the parties, from the index alone', () => {
  migrate(database, { backup, migrations: MIGRATIONS.slice(0, 2) })
  database.sqlite.exec(
    "INSERT INTO custom_value (id, party_id, field_id, value) VALUES (zeroblob(16), x'01', x'02', '3')",
  )
  expect(migrate(database, { backup, migrations: MIGRATIONS.slice(0, 3) })).toEqual([3])
  const plan = database.sqlite
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT value FROM party LEFT JOIN custom_value
         ON field_id = x'02' AND party_id = party.id AND custom_value.is_deleted = 0`,
    )
    .all()
  expect(plan.map(({ detail }) => detail).join('\n')).toContain(
    'COVERING INDEX custom_value_by_field (field_id=?',
  )
  expect(database.sqlite.prepare('SELECT value FROM custom_value').pluck().all()).toEqual(['3'])
})

it('0002 takes the classes of a file of version 1 for computed ones, none of them overridden', () => {
  migrate(database, { backup, migrations: [first] })
  database.sqlite.exec(`INSERT INTO account_standing (account_key, value_class, decided_by, is_provisional, is_new,
      coverage, order_count, gross, returns, net, prior_net, monthly)
    VALUES (1, 'gold', 'gold-score', 0, 0, 1, 1, 10, 0, 10, 0, '[]')`)
  migrate(database, { backup, migrations: MIGRATIONS.slice(0, 2) })
  expect(
    database.sqlite
      .prepare('SELECT value_class, computed_value_class, is_overridden FROM account_standing')
      .all(),
  ).toEqual([{ value_class: 'gold', computed_value_class: 'gold', is_overridden: 0 }])
})

it('a new file is migrated without a backup, one with content after exactly one that is sound', () => {
  expect(migrate(database, { backup, migrations: [first] })).toEqual([1])
  expect(listBackups(join(folder.path, 'backups'))).toEqual([])
  addParty()
  const third: Migration = { version: 3, statements: 'CREATE TABLE extra (key INTEGER PRIMARY KEY) STRICT' }
  expect(migrate(database, { backup, migrations: [first, second, third] })).toEqual([2, 3])
  const [made, ...others] = listBackups(join(folder.path, 'backups'))
  expect(others).toEqual([])
  expect(made).toMatchObject({ reason: 'before-migration', accountCount: 1 })
  const copy = openDatabase(join(folder.path, 'backups', made?.id ?? ''), { mode: 'reader' })
  expect(schemaVersion(copy.sqlite)).toBe(1)
  copy.close()
  expect(database.sqlite.prepare('SELECT colour FROM party').pluck().all()).toEqual(['red'])
  expect(migrate(database, { backup, migrations: [first, second, third] })).toEqual([])
})

it('a step that fails half-way leaves the version before it, with nothing of its own', () => {
  migrate(database, { backup, migrations: [first] })
  addParty()
  expect(() => migrate(database, { backup, migrations: [first, second, broken] })).toThrow('already exists')
  expect(schemaVersion(database.sqlite)).toBe(2)
  const columns = database.sqlite.prepare("SELECT name FROM pragma_table_info('party')").pluck().all()
  expect(columns).toContain('colour')
  expect(columns).not.toContain('size')
})

it('without its backup a migration does not begin', () => {
  migrate(database, { backup, migrations: [first] })
  addParty()
  const before = everythingIn(database)
  const failing = () => {
    throw new Error('no room')
  }
  expect(() => migrate(database, { backup: failing, migrations: [first, second] })).toThrow('no room')
  expect(schemaVersion(database.sqlite)).toBe(1)
  expect(everythingIn(database)).toEqual(before)
})

it('a file of a later version is left alone', () => {
  migrate(database, { backup, migrations: [first, second] })
  expect(errorCodeOf(() => migrate(database, { backup, migrations: [first] }))).toBe('workspace-newer')
  expect(schemaVersion(database.sqlite)).toBe(2)
})
