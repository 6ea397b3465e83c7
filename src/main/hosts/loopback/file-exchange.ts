import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CallResult } from '#shared/contract/call-result.ts'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import { FILE_NAME_HEADER } from '#shared/contract/loopback-api.ts'
import type { Application } from '../../application/create-application.ts'
import { failure, fileFailure } from '../file-failure.ts'
import { Refusal } from './refusal.ts'

const MOST_NAME_CHARACTERS = 255
/** Separators, control characters and the marks that turn the reading direction. */
const UNFIT_FOR_NAMES = /[/\\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

class TooLarge extends Error {}

/** The name shown for an upload: the last part, without characters that deceive. Throws 400 when it can't be read. */
export function uploadName(encoded: string): string {
  try {
    const lastPart = decodeURIComponent(encoded).split(/[/\\]/).at(-1) ?? ''
    return lastPart.replace(UNFIT_FOR_NAMES, '').slice(0, MOST_NAME_CHARACTERS) || 'file'
  } catch {
    throw new Refusal(400)
  }
}

function limitedTo(limitBytes: number) {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) done(new TooLarge())
      else done(null, chunk)
    },
  })
}

/** Status and result of an upload; what could not be kept whole is removed. */
export async function receiveUpload(
  request: IncomingMessage,
  application: Pick<Application, 'registerFile' | 'uploadFolder'>,
  limitBytes: number,
): Promise<{ status: number; result: CallResult<PickedFile> }> {
  const header = request.headers[FILE_NAME_HEADER]
  const name = uploadName(typeof header === 'string' ? header : '')
  const tooLarge = {
    status: 413,
    result: failure('file-too-large', `${name} is larger than ${limitBytes} bytes`, { name, limitBytes }),
  }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return tooLarge
  // The name from outside decides no path; its ending alone is kept, where it is plain.
  const ending = /^\.[a-z0-9]{1,12}$/i.test(extname(name)) ? extname(name).toLowerCase() : ''
  const path = join(application.uploadFolder, `${randomUUID()}${ending}`)
  try {
    const chunks = request.iterator({ destroyOnReturn: false })
    await pipeline(chunks, limitedTo(limitBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    const { size } = await stat(path)
    return {
      status: 200,
      result: { ok: true, value: { token: application.registerFile({ path, name }), name, bytes: size } },
    }
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof TooLarge) return tooLarge
    const result = fileFailure(error, name, 'write')
    return { status: result.error.code === 'disk-full' ? 507 : 500, result }
  }
}

/** Streams a made file. Throws 404 for a token that points nowhere. */
export async function sendDownload(
  response: ServerResponse,
  file: { path: string; name: string } | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const size = file && (await stat(file.path).catch(() => undefined))?.size
  if (!file || size === undefined) throw new Refusal(404)
  response.writeHead(200, {
    ...headers,
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
  await pipeline(createReadStream(file.path), response)
}
