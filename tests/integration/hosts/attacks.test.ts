import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOOPBACK_PATHS, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import { type LoopbackTarget, startLoopbackTarget } from './loopback-target.ts'
import { type RawAnswer, sendRaw } from './raw-request.ts'

let target: LoopbackTarget
beforeAll(async () => {
  target = await startLoopbackTarget()
})
afterAll(() => target.stop())

const body = JSON.stringify({ name: 'preferences.get', input: {} })

interface Forgery {
  method?: string
  path?: string
  host?: readonly string[]
  origin?: string | null
  token?: string | null
  contentType?: string
  body?: string
  more?: readonly string[]
}

/** A request of our own page with what the forger changes. */
function forge(forgery: Forgery = {}): Promise<RawAnswer> {
  const {
    method = 'POST',
    path = LOOPBACK_PATHS.call,
    host = [target.authority],
    origin = target.origin,
    token = target.token,
    contentType = 'application/json',
    more = [],
  } = forgery
  const sent = forgery.body ?? body
  return sendRaw(
    target.port,
    [
      `${method} ${path} HTTP/1.1`,
      ...host.map((value) => `Host: ${value}`),
      ...(origin === null ? [] : [`Origin: ${origin}`]),
      ...(token === null ? [] : [`${TOKEN_HEADER}: ${token}`]),
      ...(method === 'POST'
        ? [`Content-Type: ${contentType}`, `Content-Length: ${Buffer.byteLength(sent)}`]
        : []),
      ...more,
    ],
    method === 'POST' ? sent : '',
  )
}

it('the request that every forgery starts from is answered, so that a refusal means something', async () => {
  const answer = await forge()
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toMatchObject({ ok: true })
})

describe('the sixteen attacks', () => {
  it.each<[name: string, status: number, forgery: () => Forgery]>([
    ['foreign Host (a name that resolves here)', 421, () => ({ host: [`evil.example:${target.port}`] })],
    ['localhost alias', 421, () => ({ host: [`localhost:${target.port}`] })],
    ['duplicate Host', 421, () => ({ host: [target.authority, `evil.example:${target.port}`] })],
    ['cross Origin', 403, () => ({ origin: 'https://evil.example' })],
    ['null Origin', 403, () => ({ origin: 'null' })],
    ['missing Origin', 403, () => ({ origin: null })],
    [
      'other port on this machine',
      403,
      () => ({ origin: `http://127.0.0.1:${target.port === 80 ? 81 : 80}` }),
    ],
    [
      'form post',
      415,
      () => ({ contentType: 'application/x-www-form-urlencoded', body: 'name=workspace.close' }),
    ],
    ['missing token', 401, () => ({ token: null })],
    [
      'wrong token',
      401,
      () => ({ token: target.token.replace(/^./, target.token.startsWith('A') ? 'B' : 'A') }),
    ],
    [
      'token in the query',
      401,
      () => ({ token: null, path: `${LOOPBACK_PATHS.call}?token=${target.token}` }),
    ],
    ['GET on the API', 405, () => ({ method: 'GET' })],
    ['traversal out of the built files', 404, () => ({ method: 'GET', path: '/assets/../../secret.json' })],
    ['oversize body', 413, () => ({ body: JSON.stringify({ name: 'x'.repeat(1_000_001) }) })],
    ['bad JSON', 400, () => ({ body: '{"name":' })],
  ])('%s is refused with %i', async (_, status, forgery) => {
    const answer = await forge(forgery())
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('secret')
  })

  it('second use of the one-time ticket is refused with 401', async () => {
    const ticket = JSON.stringify({ ticket: target.ticket() })
    const exchange = () => forge({ path: LOOPBACK_PATHS.session, token: null, body: ticket })
    expect((await exchange()).status).toBe(200)
    expect((await exchange()).status).toBe(401)
  })
})

describe('variations of them', () => {
  it.each<[name: string, status: number, forgery: () => Forgery]>([
    ['no Host at all', 421, () => ({ host: [] })],
    ['empty Host', 421, () => ({ host: [''] })],
    ['Host without the port', 421, () => ({ host: ['127.0.0.1'] })],
    ['Host with a trailing dot', 421, () => ({ host: [`127.0.0.1.:${target.port}`] })],
    ['another spelling of the address', 421, () => ({ host: [`127.1:${target.port}`] })],
    ['foreign Host on the page', 421, () => ({ method: 'GET', path: '/', host: ['evil.example'] })],
    ['an address with a host of its own', 400, () => ({ path: `http://evil.example${LOOPBACK_PATHS.call}` })],
    ['localhost as Origin', 403, () => ({ origin: `http://localhost:${target.port}` })],
    ['https as Origin', 403, () => ({ origin: target.origin.replace('http:', 'https:') })],
    ['two Origins', 400, () => ({ more: ['Origin: https://evil.example'] })],
    ['cross-site fetch metadata', 403, () => ({ more: ['Sec-Fetch-Site: cross-site'] })],
    ['same-site fetch metadata, as from another port', 403, () => ({ more: ['Sec-Fetch-Site: same-site'] })],
    ['API call typed as an address', 403, () => ({ more: ['Sec-Fetch-Site: none'] })],
    [
      'the page loaded from another site',
      403,
      () => ({ method: 'GET', path: '/', origin: null, more: ['Sec-Fetch-Site: cross-site'] }),
    ],
    [
      'a script asked for by another origin',
      403,
      () => ({ method: 'GET', path: '/assets/index.js', origin: 'https://evil.example' }),
    ],
    ['plain text that a form can send', 415, () => ({ contentType: 'text/plain' })],
    ['multipart form', 415, () => ({ contentType: 'multipart/form-data; boundary=x' })],
    ['JSON in another character set', 415, () => ({ contentType: 'application/json; charset=utf-16' })],
    ['compressed body', 415, () => ({ more: ['Content-Encoding: gzip'] })],
    ['two tokens', 400, () => ({ more: [`${TOKEN_HEADER}: ${target.token}`] })],
    ['empty token', 401, () => ({ token: '' })],
    ['token as a cookie', 401, () => ({ token: null, more: [`Cookie: ${TOKEN_HEADER}=${target.token}`] })],
    ['preflight', 405, () => ({ method: 'OPTIONS', more: ['Access-Control-Request-Method: POST'] })],
    ['HEAD on the API', 405, () => ({ method: 'HEAD' })],
    ['PUT on the API', 405, () => ({ method: 'PUT' })],
    ['POST on the page', 405, () => ({ path: '/' })],
    ['TRACE', 405, () => ({ method: 'TRACE', path: '/' })],
    ['unknown API path', 404, () => ({ path: '/api/eval' })],
    ['a path every object has', 404, () => ({ path: '/api/__proto__' })],
    ['encoded traversal', 404, () => ({ method: 'GET', path: '/assets/%2e%2e/%2e%2e/secret.json' })],
    ['backslash traversal', 404, () => ({ method: 'GET', path: '/assets/..\\..\\secret.json' })],
    ['absolute file', 404, () => ({ method: 'GET', path: '/etc/passwd' })],
    ['source map', 404, () => ({ method: 'GET', path: '/assets/index.js.map' })],
    [
      'an envelope with more than name and input',
      400,
      () => ({ body: '{"name":"a","input":{},"path":"/etc"}' }),
    ],
    ['JSON null', 400, () => ({ body: 'null' })],
    ['empty body', 400, () => ({ body: '' })],
  ])('%s is refused with %i', async (_, status, forgery) => {
    const answer = await forge(forgery())
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('secret')
  })

  it('a body without an announced length is cut at the limit', async () => {
    const chunk = `${(1_000_001).toString(16)}\r\n${' '.repeat(1_000_001)}\r\n0\r\n\r\n`
    const answer = await sendRaw(
      target.port,
      [
        `POST ${LOOPBACK_PATHS.call} HTTP/1.1`,
        `Host: ${target.authority}`,
        `Origin: ${target.origin}`,
        `${TOKEN_HEADER}: ${target.token}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      ],
      chunk,
    )
    expect(answer.status).toBe(413)
  })

  it('bytes that are no UTF-8 are refused instead of becoming replacement characters', async () => {
    const call = (name: Uint8Array<ArrayBuffer>) =>
      target.post(LOOPBACK_PATHS.call, new Blob(['{"name":"', name, '","input":{}}']))
    expect((await call(Uint8Array.of(0xc3, 0xa4))).status).toBe(200)
    expect((await call(Uint8Array.of(0xff))).status).toBe(400)
  })

  it('a wrong ticket opens no session and leaves the right one usable', async () => {
    const ticket = target.ticket()
    const exchange = (sent: string) =>
      forge({ path: LOOPBACK_PATHS.session, token: null, body: JSON.stringify({ ticket: sent }) })
    expect((await exchange('')).status).toBe(401)
    expect((await exchange(`${ticket}x`)).status).toBe(401)
    expect((await exchange(ticket)).status).toBe(200)
  })

  it('two exchanges of one ticket at the same time open one session', async () => {
    const ticket = JSON.stringify({ ticket: target.ticket() })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => forge({ path: LOOPBACK_PATHS.session, token: null, body: ticket })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('an upload without the token writes nothing', async () => {
    const answer = await forge({
      path: LOOPBACK_PATHS.upload,
      token: null,
      contentType: 'application/octet-stream',
    })
    expect(answer.status).toBe(401)
    expect(readdirSync(target.application.uploadFolder)).toEqual([])
  })

  it('the server listens on 127.0.0.1 alone', async () => {
    await expect(fetch(target.origin.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow()
    await expect(fetch(target.origin.replace('127.0.0.1', '[::1]'))).rejects.toThrow()
  })
})

describe('what every answer carries', () => {
  it.each<[name: string, forgery: Forgery]>([
    ['the page', { method: 'GET', path: '/', origin: null }],
    ['a script', { method: 'GET', path: '/assets/index.js' }],
    ['a call', {}],
    ['a refusal', { token: null }],
    ['a missing file', { method: 'GET', path: '/nothing' }],
  ])('%s', async (_, forgery) => {
    const { headers } = await forge(forgery)
    const policy = headers.get('content-security-policy')
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const names = [...headers.keys()]
    expect(names.filter((name) => name === 'set-cookie' || name.startsWith('access-control-'))).toEqual([])
  })

  it('each page load has a nonce of its own, in the policy and in the page', async () => {
    const load = async () => {
      const { headers, body: page } = await forge({ method: 'GET', path: '/', origin: null })
      const [, announced] = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? []
      expect(page).toContain(`<meta property="csp-nonce" nonce="${announced}">`)
      return announced
    }
    expect(await load()).not.toBe(await load())
  })
})

it('none of the attacks reached an unexpected state of the server', () => {
  expect(target.reports).toEqual([])
})
