import { STATUS_CODES } from 'node:http'

/** Ends a request with a status and no more than its standard phrase. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, headers: Readonly<Record<string, string>> = {}) {
    super(STATUS_CODES[status] ?? String(status))
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
  }
}
