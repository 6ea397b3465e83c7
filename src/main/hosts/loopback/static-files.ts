import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BuiltFiles } from '../built-files.ts'
import { createNonce, pageHeaders, pageWithNonce } from '../page-headers.ts'
import { Refusal } from './refusal.ts'

/** Answers with a built file. Throws 404 for every address that is not one of them, to the letter. */
export async function sendBuiltFile(
  files: BuiltFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = files.get(request.url ?? '')
  if (!file) throw new Refusal(404)
  const nonce = createNonce()
  const content = file.isPage
    ? Buffer.from(pageWithNonce(await readFile(file.path, 'utf8'), nonce))
    : await readFile(file.path)
  response.writeHead(200, {
    ...pageHeaders(nonce),
    'content-type': file.contentType,
    'content-length': content.length,
  })
  response.end(request.method === 'HEAD' ? undefined : content)
}
