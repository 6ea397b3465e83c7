import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import type { BuiltFiles } from '../built-files.ts'
import { createNonce, pageHeaders, pageWithNonce } from '../page-headers.ts'
import { APP_ORIGIN, APP_SCHEME } from './app-origin.ts'

/** Gives the scheme an origin and a secure context. Electron takes this before it is ready, once. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers with a built file, and with 404 for every address that is not one of them, to the letter. */
export async function answerAppRequest(
  files: BuiltFiles,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  const nonce = createNonce()
  const headers = pageHeaders(nonce)
  const file = request.url.startsWith(`${APP_ORIGIN}/`)
    ? files.get(request.url.slice(APP_ORIGIN.length))
    : undefined
  if (!file || request.method !== 'GET') return new Response(null, { status: 404, headers })
  const content = file.isPage
    ? pageWithNonce(await readFile(file.path, 'utf8'), nonce)
    : await readFile(file.path)
  return new Response(content, { headers: { ...headers, 'content-type': file.contentType } })
}

/** Serves the built files to one session. */
export function serveBuiltFiles(protocol: Pick<Protocol, 'handle'>, files: BuiltFiles): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(files, request))
}
