import { type CallError, type CallResult, MainstayError } from '#shared/contract/call-result.ts'
import { operationByName } from '#shared/contract/contract.ts'

type Answer = (name: string, input: unknown) => unknown

/** Failures of SQLite and of the file system that a user can act on. */
const CODE_BY_SYSTEM_ERROR: Record<string, CallError['code']> = {
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CORRUPT: 'workspace-damaged',
  SQLITE_NOTADB: 'workspace-damaged',
  SQLITE_IOERR: 'disk-full',
  SQLITE_BUSY: 'busy',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  ENOENT: 'file-missing',
  EISDIR: 'file-unreadable',
  EACCES: 'file-unreadable',
  EPERM: 'file-unreadable',
  EBUSY: 'file-unreadable',
}

export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof MainstayError) {
    return { code: thrown.code, message: thrown.message, details: thrown.details }
  }
  const code =
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const family = Object.keys(CODE_BY_SYSTEM_ERROR).find((prefix) => code.startsWith(prefix))
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: CODE_BY_SYSTEM_ERROR[family ?? ''] ?? 'internal', message, details: {} }
}

/**
 * Name → parse → handler → result. Never rejects: every failure is a typed error.
 * `answer` gets the parsed input of a known operation.
 */
export async function dispatch(name: string, input: unknown, answer: Answer): Promise<CallResult> {
  try {
    const operation = operationByName.get(name)
    if (!operation) {
      throw new MainstayError('unknown-operation', `There is no operation "${name}".`, { name })
    }
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) {
      const fields = parsed.error.issues
        .slice(0, 20)
        .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
      const first = fields[0]
      throw new MainstayError(
        'invalid-input',
        `${name}: ${first ? `${first.path || 'input'}: ${first.message}` : 'invalid input'}`,
        { name, fields },
      )
    }
    return { ok: true, value: await answer(name, parsed.data) }
  } catch (thrown) {
    return { ok: false, error: toCallError(thrown) }
  }
}
