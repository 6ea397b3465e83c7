import type { CallError, ErrorCode, ErrorDetails } from '#shared/contract/call-result.ts'

/** A failed call as react-query carries it: the code of the closed list, and the values for its text. */
export class CallFailure extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(error: CallError) {
    super(error.message)
    this.name = 'CallFailure'
    this.code = error.code
    this.details = error.details
  }
}
