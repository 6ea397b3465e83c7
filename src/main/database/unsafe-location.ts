import { accessSync, constants, existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { MainstayError } from '#shared/contract/call-result.ts'
import { cloudServiceOf } from './cloud-folders.ts'
import { isNetworkPath, mountOf } from './network-drives.ts'

export interface LocationReport {
  freeBytes: number
  /** Less than 1 GB is left: backups and imports may not fit. */
  isNearlyFull: boolean
}

const NEARLY_FULL_BYTES = 1_000_000_000

/**
 * Refuses places where a database file comes to harm: network drives lose locks, synchronised folders copy half-written
 * files, and a volume that cannot be written cannot hold the write-ahead log.
 * Errors: unsafe-location with `reason` (network-drive, cloud-folder, read-only-volume, missing-folder) and `name`.
 */
export function refuseUnsafeLocation(workspaceFile: string): LocationReport {
  const folder = realFolder(dirname(resolve(workspaceFile)))
  if (isNetworkPath(folder, process.platform)) throw unsafe('network-drive', folder)
  const mount = process.platform === 'linux' ? mountOf(folder, readFileSync('/proc/mounts', 'utf8')) : null
  if (mount?.isNetwork) throw unsafe('network-drive', mount.type)
  const service = cloudServiceOf(folder, {
    home: homedir(),
    environment: process.env,
    exists: (marker) => existsSync(marker),
  })
  if (service) throw unsafe('cloud-folder', service)
  if (mount?.isReadOnly) throw unsafe('read-only-volume', folder)
  try {
    accessSync(folder, constants.W_OK)
    if (existsSync(workspaceFile)) accessSync(workspaceFile, constants.W_OK)
  } catch {
    throw unsafe('read-only-volume', folder)
  }
  const { bavail, bsize } = statfsSync(folder)
  const freeBytes = bavail * bsize
  return { freeBytes, isNearlyFull: freeBytes < NEARLY_FULL_BYTES }
}

/** Links and mapped drive letters are followed: what counts is where the bytes lie. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    if (existsSync(folder)) return folder
    throw unsafe('missing-folder', join(folder))
  }
}

function unsafe(reason: string, name: string): MainstayError {
  return new MainstayError('unsafe-location', `A workspace cannot be kept there: ${reason} (${name}).`, {
    reason,
    name,
  })
}
