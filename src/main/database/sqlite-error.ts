import Database from 'better-sqlite3'
import { MainstayError } from '#shared/contract/call-result.ts'

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** Turns what SQLite or the file system says into the error a user can act on; anything else passes through. */
export function toMainstayError(error: unknown): unknown {
  if (isDiskFull(error)) return new MainstayError('disk-full', 'The disk is full.')
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  if (code === 'SQLITE_FULL') return new MainstayError('disk-full', 'The disk is full.')
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new MainstayError('workspace-damaged', `The workspace file is damaged: ${error.message}`)
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new MainstayError('read-only', 'The workspace is open for reading only.')
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new MainstayError('busy', 'The workspace is busy with another change.')
  }
  return error
}
