import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { usage } from './command-line-arguments.ts'

/** Whether files can be made in the folder. */
export function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/**
 * Where a command writes a file that the user named, checked before anything else is done. An older result is replaced,
 * never a file that the same command reads or works in.
 * Errors: invalid-input, naming the option and the place.
 */
export function outputPlace(option: string, named: string, inUse: readonly string[]): string {
  const path = resolve(named)
  if (!isWritableFolder(dirname(path))) throw usage(`${option}: nothing can be written to ${dirname(path)}.`)
  if (existsSync(path) && !statSync(path).isFile()) throw usage(`${option}: ${path} is not a file.`)
  if (inUse.some((other) => other !== '' && realPlace(other) === realPlace(path))) {
    throw usage(`${option}: ${path} is used by this very command and would be lost.`)
  }
  return path
}

/** The place behind links, also of a file that is not made yet. */
function realPlace(named: string): string {
  const path = resolve(named)
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path
}
