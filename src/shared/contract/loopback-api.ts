import { z } from 'zod'
import { fileToken } from './workspace.ts'

/**
 * What the screens send to the loopback host. Every request is a POST with the session token in
 * TOKEN_HEADER (`session` alone goes without) and, but for `upload`, a JSON body.
 */
export const LOOPBACK_PATHS = {
  /** `{ ticket }` from the address's fragment → `{ token }`; a ticket works once. */
  session: '/api/session',
  /** `{}` → `{ ticket }` for one more window. */
  ticket: '/api/ticket',
  /** `{ name, input }` → CallResult. */
  call: '/api/call',
  /** `{}` → application events, one JSON per line, for as long as the request stays open; empty lines keep it alive. */
  events: '/api/events',
  /** The file's bytes as application/octet-stream, its name URI-encoded in FILE_NAME_HEADER → CallResult of a PickedFile. */
  upload: '/api/upload',
  /** `{ token }` of a download → the file, or 404. */
  download: '/api/download',
} as const

export const TOKEN_HEADER = 'x-mainstay-token'
export const FILE_NAME_HEADER = 'x-mainstay-file-name'

export const loopbackTicket = z.strictObject({ ticket: z.string().max(200) })
export const loopbackToken = z.strictObject({ token: z.string().max(200) })
export const loopbackCall = z.strictObject({ name: z.string().max(100), input: z.unknown() })
export const loopbackDownload = z.strictObject({ token: fileToken })
export const loopbackNothing = z.strictObject({})
