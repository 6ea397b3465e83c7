import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { domainCycles } from './domain-cycles.ts'
import { PORTS, ROOMS, type Room } from './room-table.ts'
import { type Import, type ScannedSource, scanSource } from './scan-source.ts'
import type { SourceFile } from './source-file.ts'

/** What an import points at: a file of src, or a group of the table with the name as written. */
interface Target {
  path: string
  group: string
  isType: boolean
}

const FEATURE = /^src\/renderer\/features\/([^/]+)\//
const DOMAIN = /^src\/main\/domains\/([^/]+)\//
/** What a domain answers with is its own; what it knows may be read by another, in one direction. */
const OWN_ANSWERS = /-(handlers|commands)\.ts$/
const HTTP_MODULES = new Set(['node:http', 'node:https', 'node:http2'])
/** Packages that a room must name one by one: 'packages' does not stand for them. */
const NAMED_PACKAGES = new Set(['electron', 'better-sqlite3', 'kysely'])

const roomOf = (path: string): Room | undefined => ROOMS.find(({ holds }) => holds.test(path))

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function targetOf(importer: string, { specifier, isType }: Import): Target {
  const bare = specifier.replace(/[?].*$/, '')
  const path = bare.startsWith('#shared/')
    ? `src/${bare.slice(1)}`
    : bare.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(importer), bare))
      : undefined
  if (path === undefined) {
    const name = packageName(bare)
    const node = bare.startsWith('node:') ? bare : isBuiltin(bare) ? `node:${bare}` : undefined
    if (node !== undefined) return { path: node, group: HTTP_MODULES.has(node) ? 'http' : 'node', isType }
    return { path: name, group: NAMED_PACKAGES.has(name) || name === 'zod' ? name : 'packages', isType }
  }
  if (path.startsWith('src/')) return { path, group: roomOf(path)?.name ?? 'no room', isType }
  return { path, group: path.startsWith('resources/') ? 'resources' : 'outside src', isType }
}

function mayImport(room: Room, { path, group }: Target): boolean {
  if (room.may.includes(group)) return true
  if (group === 'shared/domain') return room.may.includes('shared')
  if (group === 'zod') return room.may.includes('packages')
  return group === 'main/application' && room.may.includes('ports') && PORTS.test(path)
}

/** A connection is handed from room to room, so its type travels; only the database room loads the driver. */
function namesHandle(room: Room, { isType }: Target): boolean {
  return isType && room.may.includes('main/database')
}

/** The files of a domain that hold its statements: all but the thin ones that answer operations. */
function holdsStatements(path: string): boolean {
  return DOMAIN.test(path) && !/-(handlers|commands)\.ts$/.test(path)
}

function brokenByDomain(importer: string, target: Target): string | undefined {
  const own = DOMAIN.exec(importer)?.[1]
  const other = DOMAIN.exec(target.path)?.[1]
  if (own === undefined || other === undefined || own === other || !OWN_ANSWERS.test(target.path))
    return undefined
  return "a domain never imports another domain's handlers or commands"
}

function brokenByFeature(importer: string, target: Target): string | undefined {
  const own = FEATURE.exec(importer)?.[1]
  const other = FEATURE.exec(target.path)?.[1]
  if (other === undefined || own === other) return undefined
  if (own !== undefined) return 'a feature never imports another feature'
  const isDoor = target.path === `src/renderer/features/${other}/index.ts`
  return isDoor ? undefined : 'a feature is entered only through its index.ts'
}

/** The rule an import breaks, if any. */
function brokenRule(room: Room, importer: string, target: Target): string | undefined {
  const { group } = target
  if ((group === 'electron' || group === 'http') && !room.may.includes(group)) {
    return 'electron and node:http are named only in hosts and entries'
  }
  if (group === 'better-sqlite3' && !room.may.includes(group)) {
    return namesHandle(room, target) ? undefined : 'only main/database loads the driver'
  }
  if (group === 'kysely' && !room.may.includes(group)) {
    return holdsStatements(importer)
      ? undefined
      : 'statements stand in main/database and the repositories of a domain'
  }
  return mayImport(room, target)
    ? (brokenByDomain(importer, target) ?? brokenByFeature(importer, target))
    : room.rule
}

function roomViolations(file: ScannedSource): string[] {
  const room = roomOf(file.path)
  if (room === undefined) return [`${file.path}: stands in no room of the table`]
  const imports = file.imports.flatMap((found) => {
    const rule = brokenRule(room, file.path, targetOf(file.path, found))
    return rule === undefined ? [] : [`${file.path}:${found.line} imports ${found.specifier}: ${rule}`]
  })
  const impurities =
    room.name === 'main/scoring'
      ? file.impurities.map(
          ({ line, name }) =>
            `${file.path}:${line} uses ${name}: main/scoring knows no clock, chance or process`,
        )
      : []
  const defaults = file.defaultExportLines.map(
    (line) => `${file.path}:${line} exports a default: names are the same everywhere`,
  )
  return [
    ...file.problems.map((problem) => `${file.path}: ${problem}`),
    ...imports,
    ...impurities,
    ...defaults,
  ]
}

function cycleViolations(files: readonly ScannedSource[]): string[] {
  const steps = files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const from = DOMAIN.exec(file.path)?.[1]
      const to = DOMAIN.exec(targetOf(file.path, found).path)?.[1]
      return from === undefined || to === undefined || from === to
        ? []
        : [{ from, to, where: `${file.path}:${found.line} imports ${found.specifier}` }]
    }),
  )
  return domainCycles(steps).map(
    ({ where, circle }) => `${where}: domains import in a circle, ${circle.join(' → ')}`,
  )
}

/** Every import of src that the table of rooms does not allow, as `file:line imports X: rule`. */
export function findRoomViolations(files: readonly SourceFile[]): string[] {
  const scanned = files.map(scanSource)
  return [...scanned.flatMap(roomViolations), ...cycleViolations(scanned)]
}
