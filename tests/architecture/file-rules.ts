import { ROOM_FOLDERS } from './room-table.ts'
import type { SourceFile } from './source-file.ts'

const MOST_LINES = 400
const MOST_README_LINES = 25
const FEATURE = /^(src\/renderer\/features\/[^/]+)\//
const EMPTY_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'misc', 'data'])
const EMPTY_ENDINGS = /-(utils?|helpers?|misc|common)$/

const lineCount = (text: string) => text.trimEnd().split('\n').length

function nameViolations({ path }: SourceFile): string[] {
  const empty = path
    .split('/')
    .map((part) => part.replace(/(\.(test|d))?\.\w+$/, '').toLowerCase())
    .find((name) => EMPTY_NAMES.has(name) || EMPTY_ENDINGS.test(name))
  return empty === undefined ? [] : [`${path}: '${empty}' says nothing about what it holds`]
}

function lengthViolations({ path, text }: SourceFile): string[] {
  const lines = lineCount(text)
  const most = path.endsWith('README.md') ? MOST_README_LINES : MOST_LINES
  return lines > most ? [`${path}: ${lines} lines, more than ${most}`] : []
}

/** Names that say nothing, files that are too long, rooms without a README, features without a door. */
export function findFileViolations(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const holdsFiles = (folder: string) => files.some(({ path }) => path.startsWith(`${folder}/`))
  const readmes = ROOM_FOLDERS.filter((folder) => holdsFiles(folder) && !paths.has(`${folder}/README.md`))
  const features = new Set(files.flatMap(({ path }) => FEATURE.exec(path)?.[1] ?? []))
  const doors = [...features].filter((feature) => !paths.has(`${feature}/index.ts`))
  return [
    ...files.flatMap(nameViolations),
    ...files.flatMap(lengthViolations),
    ...readmes.map((folder) => `${folder}: a room has a README.md`),
    ...doors.map((feature) => `${feature}: a feature has an index.ts, its only door`),
  ]
}
