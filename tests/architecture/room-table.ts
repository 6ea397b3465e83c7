/**
 * The rooms and who may import whom. `may` names rooms, single packages, and three groups:
 * 'packages' (any other package), 'node' (Node's modules) and 'resources' (files of resources/).
 */
export interface Room {
  name: string
  /** A folder below src, or for the entries a file pattern. */
  holds: RegExp
  may: readonly string[]
  rule: string
}

const MAIN_ROOMS = [
  'main/domains',
  'main/scoring',
  'main/ledger',
  'main/sharing',
  'main/interchange',
  'main/database',
]
const RENDERER_BASE = [
  'renderer/api',
  'renderer/charts',
  'renderer/components',
  'shared',
  'packages',
  'resources',
]

/** A file belongs to the first room that holds it. */
export const ROOMS: readonly Room[] = [
  {
    name: 'shared/domain',
    holds: /^src\/shared\/domain\//,
    may: ['shared', 'zod'],
    rule: 'shared imports only zod and itself',
  },
  {
    name: 'shared',
    holds: /^src\/shared\//,
    may: ['shared', 'zod'],
    rule: 'shared imports only zod and itself',
  },
  {
    name: 'main/scoring',
    holds: /^src\/main\/scoring\//,
    may: ['shared/domain', 'main/scoring'],
    rule: 'main/scoring imports only shared/domain and itself',
  },
  {
    name: 'main/database',
    holds: /^src\/main\/database\//,
    may: ['shared', 'main/database', 'better-sqlite3', 'kysely', 'zod', 'node'],
    rule: 'main/database imports only shared, the driver, kysely and zod',
  },
  {
    name: 'main/ledger',
    holds: /^src\/main\/ledger\//,
    may: ['shared', 'main/database', 'main/ledger', 'kysely', 'packages', 'node'],
    rule: 'main/ledger imports only shared and database',
  },
  {
    name: 'main/interchange',
    holds: /^src\/main\/interchange\//,
    may: ['shared', 'main/database', 'main/interchange', 'packages', 'node', 'resources'],
    rule: 'main/interchange imports only shared and database',
  },
  {
    name: 'main/sharing',
    holds: /^src\/main\/sharing\//,
    may: ['shared', 'main/database', 'main/ledger', 'main/sharing', 'packages', 'node'],
    rule: 'main/sharing imports only shared, database and the ledger it packs',
  },
  {
    name: 'main/domains',
    holds: /^src\/main\/domains\//,
    may: [
      'shared',
      ...MAIN_ROOMS.filter((room) => room !== 'main/sharing'),
      'ports',
      'packages',
      'node',
      'resources',
    ],
    rule: 'a domain imports only shared, database, ledger, scoring, interchange and ports',
  },
  {
    name: 'main/application',
    holds: /^src\/main\/application\//,
    may: ['shared', 'main/application', ...MAIN_ROOMS, 'packages', 'node', 'resources'],
    rule: 'main/application imports all of main but hosts and entries',
  },
  {
    name: 'main/hosts',
    holds: /^src\/main\/hosts\//,
    may: ['shared', 'main/application', 'main/hosts', 'electron', 'http', 'packages', 'node', 'resources'],
    rule: 'a host imports only application and shared',
  },
  {
    name: 'main/entries',
    holds: /^src\/main\/[^/]+\.ts$/,
    may: ['shared', 'main/application', 'main/hosts', 'electron', 'http', 'packages', 'node', 'resources'],
    rule: 'an entry imports only hosts, application and shared',
  },
  {
    name: 'renderer/features',
    holds: /^src\/renderer\/features\/[^/]+\//,
    may: [...RENDERER_BASE, 'renderer/features'],
    rule: 'a feature imports only api, charts, components and shared',
  },
  {
    name: 'renderer/api',
    holds: /^src\/renderer\/api\//,
    may: RENDERER_BASE,
    rule: 'renderer/api knows neither features nor the frame around them',
  },
  {
    name: 'renderer/charts',
    holds: /^src\/renderer\/charts\//,
    may: RENDERER_BASE,
    rule: 'renderer/charts knows neither features nor the frame around them',
  },
  {
    name: 'renderer/components',
    holds: /^src\/renderer\/components\//,
    may: RENDERER_BASE,
    rule: 'renderer/components knows neither features nor the frame around them',
  },
  {
    name: 'renderer/app',
    holds: /^src\/renderer\/(app\/|[^/]+\.tsx?$)/,
    may: [...RENDERER_BASE, 'renderer/app', 'renderer/features'],
    rule: 'the renderer asks main through the contract',
  },
]

/** Where ports stand: the part of application that domains may know. */
export const PORTS = /^src\/main\/application\/ports(\.ts$|\/)/

/** Folders that hold a README of their own. */
export const ROOM_FOLDERS = [
  'src/shared',
  'src/main',
  'src/renderer',
  ...ROOMS.flatMap(({ name }) => (/^main\/(?!entries)/.test(name) ? [`src/${name}`] : [])),
]
