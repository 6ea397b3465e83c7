import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { MainstayError } from '#shared/contract/call-result.ts'

/** 'MSTY' in the header of every workspace file. */
export const APPLICATION_ID = 0x4d535459

const HEADER_BYTES = 100
const SAMPLE_BYTES = 4096
const SQLITE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
/** First bytes of compressed files, which look as random as encrypted ones. */
const PACKED_MAGIC = [
  '504b0304',
  '504b0506',
  '1f8b',
  '89504e47',
  'ffd8ff',
  '25504446',
  '377abcaf',
  '52617221',
  '28b52ffd',
].map((hex) => Buffer.from(hex, 'hex'))

export type FileKind = 'workspace' | 'missing' | 'damaged' | 'foreign' | 'encrypted'

export interface FileInspection {
  kind: FileKind
  /** Version of the file's last checkpoint; 0 where it is no workspace. */
  version: number
  /** Whether writing goes to a log beside the file; without one a reader would be in the way of the first writer. */
  isLogged: boolean
}

/** What a file is, from its first page alone; nothing is opened or written. */
export function inspectFile(file: string): FileInspection {
  const { size, sample } = readStart(file)
  const kind = sample === null ? 'missing' : kindOf(sample, size)
  if (kind !== 'workspace' || sample === null) return { kind, version: 0, isLogged: false }
  return { kind, version: sample.readUInt32BE(60), isLogged: sample[18] === 2 && sample[19] === 2 }
}

function kindOf(sample: Buffer, size: number): FileKind {
  if (size === 0 || sample.every((byte) => byte === 0)) return 'damaged'
  const isOurs = sample.length >= 72 && sample.readUInt32BE(68) === APPLICATION_ID
  if (sample.subarray(0, 16).equals(SQLITE_MAGIC)) return inspectHeader(sample, size, isOurs)
  if (isOurs) return 'damaged'
  return looksEncrypted(sample, size) ? 'encrypted' : 'foreign'
}

function readStart(file: string): { size: number; sample: Buffer | null } {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { size: 0, sample: null }
    throw error
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return { size: 0, sample: null }
    const sample = Buffer.alloc(SAMPLE_BYTES)
    const length = readSync(descriptor, sample, 0, SAMPLE_BYTES, 0)
    return { size: stat.size, sample: sample.subarray(0, length) }
  } finally {
    closeSync(descriptor)
  }
}

/** Numbers of the header that no write in progress can make wrong: page size, and a first page that is all there. */
function inspectHeader(sample: Buffer, size: number, isOurs: boolean): FileKind {
  if (sample.length < HEADER_BYTES) return 'damaged'
  if (!isOurs) return 'foreign'
  const stored = sample.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  const isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0
  const hasFixedFractions = sample[21] === 64 && sample[22] === 32 && sample[23] === 32
  return isPowerOfTwo && hasFixedFractions && size >= pageSize ? 'workspace' : 'damaged'
}

/** SQLCipher leaves no mark at all: whole pages of what looks like chance. */
function looksEncrypted(sample: Buffer, size: number): boolean {
  if (size % SAMPLE_BYTES !== 0 || sample.length < SAMPLE_BYTES) return false
  if (PACKED_MAGIC.some((magic) => sample.subarray(0, magic.length).equals(magic))) return false
  const counts = new Array<number>(256).fill(0)
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1
  let bits = 0
  for (const count of counts)
    if (count > 0) bits -= (count / sample.length) * Math.log2(count / sample.length)
  return bits > 7.8
}

/** The error that says why a file cannot be opened as a workspace, or null when it can. */
export function refusalOf(kind: FileKind): MainstayError | null {
  switch (kind) {
    case 'workspace':
      return null
    case 'missing':
      return new MainstayError('workspace-missing', 'There is no such file.')
    case 'damaged':
      return new MainstayError('workspace-damaged', 'The file is damaged at its start.')
    case 'encrypted':
      return new MainstayError('workspace-encrypted', 'The file is encrypted.')
    case 'foreign':
      return new MainstayError('workspace-foreign', 'The file was not made by Mainstay.')
  }
}
