import { closeSync, openSync, readSync } from 'node:fs'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type CsvFile, openCsvFile } from './open-csv-file.ts'
import { openXlsxFile } from './open-xlsx-file.ts'
import { unreadableWorkbook } from './workbook-archive.ts'

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const HEAD_BYTES = 65_536
/** Name of the stream that an encrypted workbook is kept in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Opens whatever holds rows, by its first bytes: a workbook or text. What `openXlsxFile` writes out goes to `scratchFolder`.
 * Errors: those of `openCsvFile` and `openXlsxFile`.
 */
export async function openRowFile(
  path: string,
  settings: ReadSettings,
  scratchFolder: string,
): Promise<CsvFile> {
  const head = readHead(path)
  if (head.subarray(0, ZIP.length).equals(ZIP)) return openXlsxFile(path, settings, scratchFolder)
  if (head.subarray(0, OLE.length).equals(OLE)) {
    throw unreadableWorkbook(head.includes(ENCRYPTED) ? 'encrypted' : 'old-workbook')
  }
  return openCsvFile(path, settings)
}

/** Empty where the file cannot be read: opening it as text says why. */
function readHead(path: string): Buffer {
  const buffer = Buffer.alloc(HEAD_BYTES)
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch {
    return Buffer.alloc(0)
  }
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0))
  } catch {
    return Buffer.alloc(0)
  } finally {
    closeSync(descriptor)
  }
}
