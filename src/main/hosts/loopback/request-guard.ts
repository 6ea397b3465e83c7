import type { IncomingMessage } from 'node:http'
import { TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import { isSameToken } from './access-token.ts'
import { Refusal } from './refusal.ts'

/** All values a header was sent with; `headers` would show one of several Host lines. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name)
}

/** The header's value; undefined where it is absent. Throws 400 where it was sent twice. */
function singleValue(request: IncomingMessage, name: string): string | undefined {
  const [value, ...others] = valuesOf(request, name)
  if (others.length > 0) throw new Refusal(400)
  return value
}

/**
 * Stands against names that resolve to this machine: exactly one Host, ours to the letter.
 * `authority` is `127.0.0.1:port`. Throws 421, or 400 for an address with a host of its own.
 */
export function checkHost(request: IncomingMessage, authority: string): void {
  const hosts = valuesOf(request, 'host')
  if (hosts.length !== 1 || hosts[0] !== authority) throw new Refusal(421)
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) throw new Refusal(400)
}

/** What a browser may load by address: from our own page, or typed by the user. Throws 403 or 405. */
export function checkPageRequest(request: IncomingMessage, origin: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405, { allow: 'GET, HEAD' })
  const sentOrigin = singleValue(request, 'origin')
  if (sentOrigin !== undefined && sentOrigin !== origin) throw new Refusal(403)
  const site = singleValue(request, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal(403)
}

/** What our own page sends. Throws 405, 403, 415. */
export function checkApiRequest(request: IncomingMessage, origin: string, contentType: string): void {
  if (request.method !== 'POST') throw new Refusal(405, { allow: 'POST' })
  if (singleValue(request, 'origin') !== origin) throw new Refusal(403)
  // Browsers before 2023 leave Sec-Fetch-Site out; they still send Origin with every POST.
  if ((singleValue(request, 'sec-fetch-site') ?? 'same-origin') !== 'same-origin') throw new Refusal(403)
  const sentType = singleValue(request, 'content-type')?.toLowerCase().replaceAll(' ', '')
  if (sentType !== contentType && sentType !== `${contentType};charset=utf-8`) throw new Refusal(415)
  if (singleValue(request, 'content-encoding') !== undefined) throw new Refusal(415)
}

/** Throws 401. */
export function checkToken(request: IncomingMessage, token: string): void {
  if (!isSameToken(singleValue(request, TOKEN_HEADER) ?? '', token)) throw new Refusal(401)
}
