import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

async function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new Refusal(413)
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Left open on a refusal, so that the answer still reaches the sender.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new Refusal(413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as JSON of this shape. Throws 413 over the limit, 400 for anything but UTF-8, JSON and the shape. */
export async function readJson<Shape extends z.ZodType>(
  request: IncomingMessage,
  shape: Shape,
  limitBytes: number,
): Promise<z.output<Shape>> {
  const body = await readBody(request, limitBytes)
  try {
    return shape.parse(JSON.parse(utf8.decode(body)))
  } catch {
    throw new Refusal(400)
  }
}
