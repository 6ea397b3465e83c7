import { z } from 'zod'
import { MODEL_PROBLEMS } from '../domain/scoring-model.ts'

/** Every way a call can fail. Each code has a translated text in locales/<language>/errors.json. */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-operation',
  'not-found',
  'no-workspace',
  'workspace-open',
  'workspace-locked',
  'workspace-newer',
  'workspace-damaged',
  'workspace-foreign',
  'workspace-missing',
  'workspace-encrypted',
  'workspace-exists',
  'unsafe-location',
  'read-only',
  'disk-full',
  'file-missing',
  'file-too-large',
  'file-empty',
  'file-unreadable',
  'mapping-incomplete',
  'mapping-unknown-column',
  'column-undecided',
  'nothing-to-import',
  'cancelled',
  'busy',
  'nothing-to-undo',
  'nothing-to-redo',
  'changed-since',
  'duplicate-number',
  'circular',
  'in-use',
  'field-in-use',
  'duplicate-name',
  'no-data',
  ...MODEL_PROBLEMS,
  'model-newer',
  'already-published',
  'not-over',
  'credit-incomplete',
  'credit-template',
  'internal',
] as const
export const errorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof errorCode>

/** Values put into the translated text, and for `invalid-input` the failing fields. */
export const errorDetails = z.record(z.string(), z.json())
export type ErrorDetails = z.infer<typeof errorDetails>

export interface CallError {
  code: ErrorCode
  /** English, for logs and the command line; screens show the translation of the code. */
  message: string
  details: ErrorDetails
}

export type CallResult<Value = unknown> = { ok: true; value: Value } | { ok: false; error: CallError }

/** Thrown inside the application, turned into a `CallResult` by the dispatcher. */
export class MainstayError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'MainstayError'
    this.code = code
    this.details = details
  }
}

/** The value of a call that succeeded; throws the error of one that failed. */
export function unwrap<Value>(result: CallResult<Value>): Value {
  if (result.ok) return result.value
  throw new MainstayError(result.error.code, result.error.message, result.error.details)
}
