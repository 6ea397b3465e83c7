import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { applicationEvent } from '#shared/contract/events.ts'
import { LOOPBACK_PATHS, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import { startHttpServer } from '../../../src/main/hosts/loopback/http-server.ts'
import { type LoopbackTarget, startLoopbackTarget } from './loopback-target.ts'

const targets: LoopbackTarget[] = []
async function start(...args: Parameters<typeof startLoopbackTarget>): Promise<LoopbackTarget> {
  const target = await startLoopbackTarget(...args)
  targets.push(target)
  return target
}
afterEach(async () => {
  await Promise.all(targets.splice(0).map((target) => target.stop()))
})

async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
}

it('a call that fails in the application is an answer with its code, not a broken request', async () => {
  const target = await start()
  const response = await target.post(LOOPBACK_PATHS.call, JSON.stringify({ name: 'no.such', input: {} }))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
})

it('an event reaches every open window', async () => {
  const target = await start()
  const streams = await Promise.all([1, 2].map(() => target.post(LOOPBACK_PATHS.events, '{}')))
  const firstLines = streams.map((stream) => linesOf(stream).next())
  await target.post(
    LOOPBACK_PATHS.call,
    JSON.stringify({ name: 'preferences.revise', input: { colourScheme: 'dark' } }),
  )
  for (const line of firstLines) {
    const event = applicationEvent.parse(JSON.parse(String((await line).value)))
    expect(event).toEqual({ type: 'changed', nouns: ['preferences'] })
  }
})

it('a window that closed is no longer written to', async () => {
  const target = await start()
  const abort = new AbortController()
  const listeners = new Set<unknown>()
  const { onEvent } = target.application
  target.application.onEvent = (listener) => {
    listeners.add(listener)
    const stop = onEvent(listener)
    return () => {
      listeners.delete(listener)
      stop()
    }
  }
  await fetch(`${target.origin}${LOOPBACK_PATHS.events}`, {
    method: 'POST',
    headers: target.ownHeaders,
    body: '{}',
    signal: abort.signal,
  })
  expect(listeners.size).toBe(1)
  abort.abort()
  await expect.poll(() => listeners.size).toBe(0)
})

it('one more window gets a ticket of its own, which opens the same session', async () => {
  const target = await start()
  const { ticket } = await (await target.post(LOOPBACK_PATHS.ticket, '{}')).json()
  const response = await fetch(`${target.origin}${LOOPBACK_PATHS.session}`, {
    method: 'POST',
    headers: { origin: target.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  })
  expect(await response.json()).toEqual({ token: target.token })
})

it('the printed address carries the ticket in the fragment, which no request sends', async () => {
  const target = await start()
  const address = new URL(target.server.address())
  expect(address.hash).toMatch(/^#ticket=[\w-]{43}$/)
  expect(address.search).toBe('')
})

it('closing ends an open event stream and frees the port', async () => {
  const target = await start()
  const stream = await target.post(LOOPBACK_PATHS.events, '{}')
  const ended = stream.text().catch(() => 'cut')
  await target.server.close()
  await ended
  const next = createServer()
  await new Promise<void>((resolve, reject) => {
    next.once('error', reject)
    next.listen(target.port, '127.0.0.1', resolve)
  })
  await new Promise((resolve) => next.close(resolve))
})

it('a server that nobody uses closes by itself', async () => {
  const target = await start({ idleMilliseconds: 1_500 })
  await target.server.closed
  await expect(fetch(target.origin)).rejects.toThrow()
})

it('an application that throws is a bare 500 for the browser and a report for us', async () => {
  const target = await start()
  target.application.call = () => Promise.reject(new Error('secret path /home/someone'))
  const response = await target.post(LOOPBACK_PATHS.call, '{"name":"a","input":{}}')
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('Internal Server Error')
  expect(target.reports).toHaveLength(1)
})

it('a taken port is an error, not another port', async () => {
  const first = await start()
  await expect(
    startHttpServer(first.application, new Map(), { port: first.port, report: () => {} }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

it('a session token is 256 random bits, new with every start', async () => {
  const [first, second] = [await start(), await start()]
  expect(Buffer.from(first.token, 'base64url')).toHaveLength(32)
  expect(first.token).not.toBe(second.token)
  expect((await first.post(LOOPBACK_PATHS.call, '{}', { [TOKEN_HEADER]: second.token })).status).toBe(401)
})
