import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOOPBACK_PATHS, loopbackToken, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import type { Application } from '../../../src/main/application/create-application.ts'
import { listBuiltFiles } from '../../../src/main/hosts/built-files.ts'
import {
  LOOPBACK_LIMITS,
  type LoopbackLimits,
  type LoopbackServer,
  startHttpServer,
} from '../../../src/main/hosts/loopback/http-server.ts'
import { startApplication } from '../../support/application.ts'
import { makeBuiltLayout } from './built-layout.ts'

export interface LoopbackTarget {
  readonly application: Application
  readonly server: LoopbackServer
  readonly origin: string
  /** `127.0.0.1:port`. */
  readonly authority: string
  readonly port: number
  readonly token: string
  /** What our own page sends with every request. */
  readonly ownHeaders: Readonly<Record<string, string>>
  /** Unexpected errors the server reported. */
  readonly reports: unknown[]
  ticket(): string
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>
  stop(): Promise<void>
}

const ticketOf = (address: string) => new URL(address).hash.replace('#ticket=', '')

/** The real server over the real application, both in this process. */
export async function startLoopbackTarget(limits: Partial<LoopbackLimits> = {}): Promise<LoopbackTarget> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-loopback-'))
  const { application, close } = await startApplication()
  const reports: unknown[] = []
  const server = await startHttpServer(application, listBuiltFiles(makeBuiltLayout(folder).rendererFolder), {
    port: 0,
    limits: { ...LOOPBACK_LIMITS, ...limits },
    report: (error) => reports.push(error),
  })
  const { origin } = server
  const ticket = () => ticketOf(server.address())
  const response = await fetch(`${origin}${LOOPBACK_PATHS.session}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: ticket() }),
  })
  const { token } = loopbackToken.parse(await response.json())
  const ownHeaders = { origin, 'content-type': 'application/json', [TOKEN_HEADER]: token }
  return {
    application,
    server,
    origin,
    authority: new URL(origin).host,
    port: Number(new URL(origin).port),
    token,
    ownHeaders,
    reports,
    ticket,
    post(path, body, headers = {}) {
      // Node asks for `duplex` with a streamed body; the DOM's declarations don't know it yet.
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        headers: { ...ownHeaders, ...headers },
        body,
        duplex: 'half',
      }
      return fetch(`${origin}${path}`, init)
    },
    async stop() {
      await server.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
