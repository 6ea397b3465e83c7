import type { CallError, CallResult, ErrorCode } from '#shared/contract/call-result.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOENT: 'file-missing',
  EISDIR: 'file-unreadable',
  EROFS: 'read-only',
}
/** The system lets this user neither read nor write there. */
const DENIED = new Set(['EACCES', 'EPERM', 'EBUSY'])

export function failure(code: ErrorCode, message: string, details: CallError['details'] = {}) {
  return { ok: false, error: { code, message, details } } as const satisfies CallResult<never>
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The typed error for a file that could not be read or written; its message names no path. */
export function fileFailure(error: unknown, name: string, attempt: 'read' | 'write') {
  const system = systemCode(error)
  const denied = attempt === 'read' ? 'file-unreadable' : 'read-only'
  const code = DENIED.has(system) ? denied : (CODES[system] ?? 'internal')
  return failure(code, `${name} could not be ${attempt === 'read' ? 'read' : 'written'} (${system})`, {
    name,
  })
}
