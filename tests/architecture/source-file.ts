import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A text file of the project; `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

export const projectRoot = resolve(import.meta.dirname, '../..')

function pathsUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (name === 'node_modules' || name.startsWith('.')) return []
    return statSync(join(root, path)).isDirectory() ? pathsUnder(root, path) : [path]
  })
}

/** The files below folders of `root` whose names end in one of `endings`. */
export function readSourceFiles(
  folders: readonly string[],
  endings: readonly string[],
  root = projectRoot,
): SourceFile[] {
  return folders
    .flatMap((folder) => pathsUnder(root, folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
