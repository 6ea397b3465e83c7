import { describe, expect, it } from 'vitest'
import { domainCycles } from './domain-cycles.ts'
import { findFileViolations } from './file-rules.ts'
import { findRoomViolations } from './room-rules.ts'

/** The violations of files given as path → import specifiers, one import a line. */
const violations = (files: Record<string, string[]>) =>
  findRoomViolations(
    Object.entries(files).map(([path, specifiers]) => ({
      path,
      text: specifiers.map((specifier) => `import '${specifier}'\n`).join(''),
    })),
  )
const ofSource = (path: string, text: string) => findRoomViolations([{ path, text }])

describe('an import that breaks the table is named with its line and rule', () => {
  it.each([
    ['src/shared/domain/money.ts', 'dayjs', 'shared imports only zod and itself'],
    ['src/shared/domain/money.ts', 'node:fs', 'shared imports only zod and itself'],
    ['src/shared/contract/events.ts', '../../main/engine.ts', 'shared imports only zod and itself'],
    ['src/shared/contract/events.ts', '../../../resources/locales/en/common.json', 'shared imports only'],
    ['src/main/scoring/abc.ts', '#shared/contract/events.ts', 'main/scoring imports only shared/domain'],
    ['src/main/scoring/abc.ts', '../database/schema.ts', 'main/scoring imports only shared/domain'],
    ['src/main/scoring/abc.ts', 'node:crypto', 'main/scoring imports only shared/domain'],
    ['src/main/scoring/abc.ts', 'crypto', 'main/scoring imports only shared/domain'],
    ['src/main/scoring/abc.ts', 'zod', 'main/scoring imports only shared/domain'],
    ['src/main/database/migrate.ts', '../domains/party/party-repository.ts', 'main/database imports only'],
    ['src/main/database/migrate.ts', '../hosts/electron/window.ts', 'main/database imports only'],
    ['src/main/database/migrate.ts', '../ledger/ledger.ts', 'main/database imports only'],
    ['src/main/database/migrate.ts', 'papaparse', 'main/database imports only'],
    ['src/main/ledger/ledger.ts', '../domains/party/party-repository.ts', 'main/ledger imports only'],
    ['src/main/ledger/ledger.ts', '../application/ports.ts', 'main/ledger imports only'],
    ['src/main/interchange/read-csv.ts', '../ledger/ledger.ts', 'main/interchange imports only'],
    [
      'src/main/interchange/read-csv.ts',
      '../hosts/loopback/file-exchange.ts',
      'main/interchange imports only',
    ],
    ['src/main/sharing/seal.ts', '../domains/party/party-repository.ts', 'main/sharing imports only'],
    ['src/main/domains/party/party-handlers.ts', '../../hosts/electron/window.ts', 'a domain imports only'],
    ['src/main/domains/party/party-handlers.ts', '../../application/dispatch.ts', 'a domain imports only'],
    ['src/main/domains/party/party-handlers.ts', '../../sharing/seal.ts', 'a domain imports only'],
    ['src/main/domains/party/party-handlers.ts', '../../../renderer/api/client.ts', 'a domain imports only'],
    ['src/main/domains/party/party-handlers.ts', '../order/order-handlers.ts', "another domain's handlers"],
    ['src/main/domains/party/party-handlers.ts', '../order/order-commands.ts', "another domain's handlers"],
    ['src/main/domains/party/party-handlers.ts', 'kysely', 'statements stand in main/database'],
    ['src/main/interchange/stage-rows.ts', 'kysely', 'statements stand in main/database'],
    ['src/main/domains/party/party-repository.ts', 'better-sqlite3', 'only main/database loads the driver'],
    ['src/main/application/dispatch.ts', '../hosts/electron/window.ts', 'all of main but hosts'],
    ['src/main/application/dispatch.ts', '../engine.ts', 'all of main but hosts and entries'],
    ['src/main/application/dispatch.ts', 'electron', 'electron and node:http are named only'],
    ['src/main/application/dispatch.ts', 'electron/main', 'electron and node:http are named only'],
    ['src/main/domains/party/party-handlers.ts', 'node:http', 'electron and node:http are named only'],
    ['src/main/interchange/read-csv.ts', 'https', 'electron and node:http are named only'],
    ['src/renderer/api/client.ts', 'electron', 'electron and node:http are named only'],
    ['src/main/hosts/electron/window.ts', '../../domains/party/party-handlers.ts', 'a host imports only'],
    ['src/main/hosts/loopback/http-server.ts', '../../database/open-database.ts', 'a host imports only'],
    ['src/main/hosts/loopback/http-server.ts', 'better-sqlite3', 'only main/database loads the driver'],
    ['src/main/index.ts', './database/open-database.ts', 'an entry imports only'],
    ['src/main/preload.ts', './domains/party/party-handlers.ts', 'an entry imports only'],
    ['src/main/engine.ts', '../../tests/support/workspace.ts', 'an entry imports only'],
    ['src/renderer/main.tsx', '../main/application/ports.ts', 'through the contract'],
    ['src/renderer/app/routes.tsx', 'node:path', 'through the contract'],
    [
      'src/renderer/components/DataGrid.tsx',
      '../features/accounts/index.ts',
      'renderer/components knows neither',
    ],
    ['src/renderer/charts/Chart.tsx', '../app/theme.ts', 'renderer/charts knows neither'],
    ['src/renderer/api/client.ts', '../app/i18n.ts', 'renderer/api knows neither'],
    ['src/renderer/features/accounts/index.ts', '../../app/routes.tsx', 'a feature imports only'],
    [
      'src/renderer/features/accounts/AccountsPage.tsx',
      '../history/index.ts',
      'never imports another feature',
    ],
    ['src/renderer/app/routes.tsx', '../features/accounts/AccountsPage.tsx', 'only through its index.ts'],
    ['src/renderer/app/routes.tsx', '../features/accounts/parts/index.ts', 'only through its index.ts'],
  ])('%s importing %s', (path, specifier, rule) => {
    const found = violations({ [path]: ['#shared/domain/id.ts', specifier] })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(`${path}:2 imports ${specifier}: `)
    expect(found[0]).toContain(rule)
  })
})

it('an import the table allows passes', () => {
  expect(
    violations({
      'src/shared/contract/events.ts': ['zod', '../domain/id.ts', '#shared/domain/money.ts'],
      'src/main/scoring/abc.ts': ['#shared/domain/money.ts', './quantile.ts'],
      'src/main/database/migrate.ts': ['better-sqlite3', 'kysely', 'node:fs', '#shared/domain/id.ts'],
      'src/main/ledger/ledger.ts': ['../database/schema.ts', 'node:crypto', 'uuid', 'kysely'],
      'src/main/interchange/read-csv.ts': ['papaparse', '../database/schema.ts', 'zod'],
      'src/main/sharing/seal.ts': ['../ledger/ledger.ts', 'age-encryption'],
      'src/main/domains/order/order-handlers.ts': [
        './order-repository.ts',
        '../party/party-repository.ts',
        '../../application/ports.ts',
        '../../scoring/abc.ts',
        '../../ledger/ledger.ts',
        '../../interchange/read-csv.ts',
      ],
      'src/main/domains/order/order-repository.ts': ['kysely', '../../database/schema.ts'],
      'src/main/application/create-application.ts': [
        '../domains/order/order-handlers.ts',
        '../sharing/seal.ts',
        'node:worker_threads',
      ],
      'src/main/hosts/loopback/http-server.ts': [
        'node:http',
        '../../application/dispatch.ts',
        './access-token.ts',
      ],
      'src/main/index.ts': ['electron', './hosts/electron/window.ts', './application/create-application.ts'],
      'src/renderer/app/routes.tsx': ['../features/accounts/index.ts', '@mantine/core', './theme.css'],
      'src/renderer/features/accounts/AccountsPage.tsx': [
        '../../api/client.ts',
        './AccountDrawer.tsx',
        'react',
      ],
      'src/renderer/app/i18n.ts': ['../../../resources/locales/en/common.json'],
    }),
  ).toEqual([])
})

it('a file outside every room is named', () => {
  expect(violations({ 'src/main/plugins/load.ts': [] })).toEqual([
    'src/main/plugins/load.ts: stands in no room of the table',
  ])
})

it('a type import and a lazy import count like any other', () => {
  const text = `import type { Party } from '../history/party.ts'\nconst page = import('../history/index.ts')\n`
  const found = ofSource('src/renderer/features/accounts/AccountsPage.tsx', text)
  expect(found).toHaveLength(2)
})

it('a connection may be named by type where it is used, and nowhere else', () => {
  const text = "import type { Database } from 'better-sqlite3'\n"
  const named = (path: string) => ofSource(path, text).length > 0
  expect(named('src/main/ledger/ledger.ts')).toBe(false)
  expect(named('src/main/domains/order/order-repository.ts')).toBe(false)
  expect(named('src/main/hosts/loopback/http-server.ts')).toBe(true)
  expect(named('src/main/scoring/abc.ts')).toBe(true)
  expect(named('src/renderer/api/client.ts')).toBe(true)
})

it('the scoring room reads no clock and throws no dice', () => {
  const found = ofSource(
    'src/main/scoring/rfm.ts',
    'export const day = Date.now()\nexport const x = Math.random()\n',
  )
  expect(found).toEqual([
    'src/main/scoring/rfm.ts:1 uses Date.now: main/scoring knows no clock, chance or process',
    'src/main/scoring/rfm.ts:2 uses Math.random: main/scoring knows no clock, chance or process',
  ])
})

it('a default export is named', () => {
  expect(ofSource('src/main/engine.ts', '\nexport default 1\n')[0]).toContain(
    'src/main/engine.ts:2 exports a default',
  )
})

describe('domains import one another in one direction', () => {
  const repository = (noun: string) => `src/main/domains/${noun}/${noun}-repository.ts`
  const from = (noun: string) => `../${noun}/${noun}-repository.ts`

  it('two domains that import each other are both named', () => {
    const found = violations({
      [repository('party')]: [from('order')],
      [repository('order')]: [from('party')],
    })
    expect(found).toEqual([
      `${repository('party')}:1 imports ${from('order')}: domains import in a circle, party → order → party`,
      `${repository('order')}:1 imports ${from('party')}: domains import in a circle, order → party → order`,
    ])
  })

  it('a circle over three domains is found, though no two files import each other', () => {
    const found = violations({
      [repository('party')]: [from('order')],
      'src/main/domains/order/order-handlers.ts': [from('product')],
      [repository('product')]: [from('party')],
    })
    expect(found).toHaveLength(3)
  })

  it('many domains on one that imports none of them are no circle', () => {
    const steps = ['order', 'product', 'view'].map((from) => ({ from, to: 'party', where: from }))
    expect(domainCycles(steps)).toEqual([])
  })
})

describe('findFileViolations', () => {
  const readme = (folder: string, lines = 3) => ({
    path: `${folder}/README.md`,
    text: 'line\n'.repeat(lines),
  })

  it.each([
    'src/shared/utils.ts',
    'src/renderer/components/common/Field.tsx',
    'src/main/domains/party/helpers.ts',
    'src/main/domains/party/party-helpers.ts',
    'tests/support/misc.test.ts',
    'scripts/Manager.mjs',
    'src/renderer/data/rows.ts',
  ])('refuses the empty name of %s', (path) => {
    const found = findFileViolations([{ path, text: '' }, readme('src/shared'), readme('src/renderer')])
    expect(found.some((violation) => violation.startsWith(`${path}: '`))).toBe(true)
  })

  it.each(['tests/unit/account-manager.ts', 'scripts/metadata.mjs', 'tests/common-denominator.ts'])(
    'lets %s pass, where the word is part of a term',
    (path) => {
      expect(findFileViolations([{ path, text: '' }])).toEqual([])
    },
  )

  it('names files that are too long, counting lines and not the last line break', () => {
    const file = (lines: number) => ({ path: 'tests/a.ts', text: 'x\n'.repeat(lines) })
    expect(findFileViolations([file(400)])).toEqual([])
    expect(findFileViolations([file(401)])).toEqual(['tests/a.ts: 401 lines, more than 400'])
  })

  it('names a room without a README and one whose README is long', () => {
    const files = [{ path: 'src/main/ledger/ledger.ts', text: '' }, readme('src/main', 26)]
    expect(findFileViolations(files)).toEqual([
      'src/main/README.md: 26 lines, more than 25',
      'src/main/ledger: a room has a README.md',
    ])
  })

  it('names a feature without a door', () => {
    const files = [
      { path: 'src/renderer/features/accounts/AccountsPage.tsx', text: '' },
      readme('src/renderer'),
    ]
    expect(findFileViolations(files)).toEqual([
      'src/renderer/features/accounts: a feature has an index.ts, its only door',
    ])
  })
})
