import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { MainstayError } from '#shared/contract/call-result.ts'

/** Makes a file's bytes survive a power cut. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a new or renamed entry survive one too; Windows has no such call and does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Gives a finished temporary file its name, unless that is taken.
 * Errors: workspace-exists, the temporary file being left to the caller.
 */
export function publishFile(temporary: string, file: string): void {
  syncFile(temporary)
  try {
    linkSync(temporary, file)
    rmSync(temporary)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (isTaken || existsSync(file)) throw new MainstayError('workspace-exists', 'There is a file already.')
    // Some file systems know no links; a rename is the next best.
    renameSync(temporary, file)
  }
  syncFolder(dirname(file))
}
