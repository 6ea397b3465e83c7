import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  LOOPBACK_PATHS,
  loopbackCall,
  loopbackDownload,
  loopbackNothing,
  loopbackTicket,
} from '#shared/contract/loopback-api.ts'
import type { Application } from '../../application/create-application.ts'
import type { BuiltFiles } from '../built-files.ts'
import { createNonce, pageHeaders } from '../page-headers.ts'
import { createAccessToken, createTickets } from './access-token.ts'
import { streamEvents } from './event-stream.ts'
import { receiveUpload, sendDownload } from './file-exchange.ts'
import { watchIdle } from './idle-watch.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'
import { checkApiRequest, checkHost, checkPageRequest, checkToken } from './request-guard.ts'
import { sendBuiltFile } from './static-files.ts'

const ADDRESS = '127.0.0.1'
/** How long a refused sender may go on before its connection is cut. */
const LINGER_MILLISECONDS = 2_000

export interface LoopbackLimits {
  jsonBytes: number
  uploadBytes: number
  /** Without a request and without an open window. */
  idleMilliseconds: number
}

export const LOOPBACK_LIMITS: LoopbackLimits = {
  jsonBytes: 1_000_000,
  uploadBytes: 2_000_000_000,
  idleMilliseconds: 12 * 3_600_000,
}

export interface LoopbackServer {
  readonly origin: string
  /** The address for one window: its ticket works once. */
  address(): string
  /** Ends open answers and stops listening. */
  close(): Promise<void>
  /** Resolves when the server has closed, of itself or by `close`. */
  readonly closed: Promise<void>
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

function sendJson({ response }: Exchange, value: unknown, status = 200): void {
  const content = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    ...pageHeaders(createNonce()),
    'content-type': 'application/json; charset=utf-8',
    'content-length': content.length,
  })
  response.end(content)
}

function refuse({ request, response }: Exchange, refusal: Refusal): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(refusal.status, {
    ...pageHeaders(createNonce()),
    ...refusal.headers,
    'content-type': 'text/plain; charset=utf-8',
  })
  response.end(refusal.message)
  drain(request)
}

/** Reads what an early answered sender still sends, so that the answer reaches it, but not for ever. */
function drain(request: IncomingMessage): void {
  if (request.complete) return
  request.resume()
  const cut = setTimeout(() => request.socket.destroy(), LINGER_MILLISECONDS)
  request.once('close', () => clearTimeout(cut))
}

function createRoutes(application: Application, limits: LoopbackLimits) {
  const tickets = createTickets()
  const token = createAccessToken()
  const json =
    (exchange: Exchange) =>
    <Shape extends Parameters<typeof readJson>[1]>(shape: Shape) =>
      readJson(exchange.request, shape, limits.jsonBytes)

  const routes: Record<string, ((exchange: Exchange) => Promise<void>) | undefined> = {
    async [LOOPBACK_PATHS.ticket](exchange) {
      await json(exchange)(loopbackNothing)
      sendJson(exchange, { ticket: tickets.issue() })
    },
    async [LOOPBACK_PATHS.call](exchange) {
      const { name, input } = await json(exchange)(loopbackCall)
      sendJson(exchange, await application.call(name, input))
    },
    async [LOOPBACK_PATHS.events](exchange) {
      await json(exchange)(loopbackNothing)
      await streamEvents(exchange.response, application.onEvent, pageHeaders(createNonce()))
    },
    async [LOOPBACK_PATHS.upload](exchange) {
      const { status, result } = await receiveUpload(exchange.request, application, limits.uploadBytes)
      sendJson(exchange, result, status)
      drain(exchange.request)
    },
    async [LOOPBACK_PATHS.download](exchange) {
      const asked = await json(exchange)(loopbackDownload)
      await sendDownload(exchange.response, application.downloadPath(asked.token), pageHeaders(createNonce()))
    },
  }

  return {
    issueTicket: tickets.issue,
    async answer(exchange: Exchange, origin: string): Promise<void> {
      const { request } = exchange
      const path = request.url ?? ''
      const isUpload = path === LOOPBACK_PATHS.upload
      checkApiRequest(request, origin, isUpload ? 'application/octet-stream' : 'application/json')
      if (path === LOOPBACK_PATHS.session) {
        const { ticket } = await json(exchange)(loopbackTicket)
        if (!tickets.redeem(ticket)) throw new Refusal(401)
        return sendJson(exchange, { token })
      }
      checkToken(request, token)
      const route = Object.hasOwn(routes, path) ? routes[path] : undefined
      if (!route) throw new Refusal(404)
      return route(exchange)
    },
  }
}

export interface LoopbackSettings {
  /** 0 takes a free one. */
  port: number
  limits?: LoopbackLimits
  /** Told of what went wrong on our side; the browser sees a bare 500. */
  report(error: unknown): void
}

/** Serves the built screens and the application to one browser on this machine. Rejects when the port is taken. */
export async function startHttpServer(
  application: Application,
  files: BuiltFiles,
  { port, limits = LOOPBACK_LIMITS, report }: LoopbackSettings,
): Promise<LoopbackServer> {
  const routes = createRoutes(application, limits)
  let authority = ''

  const answer = async (exchange: Exchange) => {
    const { request, response } = exchange
    const origin = `http://${authority}`
    checkHost(request, authority)
    if (request.url?.startsWith('/api/')) return routes.answer(exchange, origin)
    checkPageRequest(request, origin)
    return sendBuiltFile(files, request, response)
  }

  // Our own check answers 421 to a missing Host, too; Node's would say 400.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    const end = idle.begin()
    response.once('close', end)
    answer({ request, response }).catch((error: unknown) => {
      const hasGone = response.destroyed
      if (!(error instanceof Refusal) && !hasGone) report(error)
      refuse({ request, response }, error instanceof Refusal ? error : new Refusal(500))
    })
  })
  server.requestTimeout = 3_600_000
  server.headersTimeout = 10_000
  server.maxConnections = 256

  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  const close = () => {
    idle.stop()
    server.close()
    server.closeAllConnections()
    return closed
  }
  const idle = watchIdle(limits.idleMilliseconds, () => void close())

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      idle.stop()
      reject(error)
    })
    server.listen({ port, host: ADDRESS, exclusive: true }, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  authority = `${ADDRESS}:${bound.port}`
  const origin = `http://${authority}`
  return { origin, address: () => `${origin}/#ticket=${routes.issueTicket()}`, close, closed }
}
