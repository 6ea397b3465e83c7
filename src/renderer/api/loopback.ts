import { z } from 'zod'
import { type CallResult, errorCode, errorDetails } from '#shared/contract/call-result.ts'
import { type ApplicationEvent, applicationEvent } from '#shared/contract/events.ts'
import { type FileKind, pickedFile } from '#shared/contract/host-bridge.ts'
import {
  FILE_NAME_HEADER,
  LOOPBACK_PATHS,
  loopbackToken,
  TOKEN_HEADER,
} from '#shared/contract/loopback-api.ts'
import type { Bridge } from './client.ts'
import { noteConnection } from './connection.ts'
import { linesOf } from './lines-of.ts'

const SESSION_KEY = 'mainstay-session'
const RECONNECT_MS = 1_000
const ACCEPTED_ENDINGS: Record<FileKind, string> = {
  workspace: '.mainstay',
  orders: '.csv,.txt,.tsv,.xlsx,.xlsm',
}

const failedResult = z.object({
  ok: z.literal(false),
  error: z.object({ code: errorCode, message: z.string(), details: errorDetails }),
})
const uploadResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: pickedFile }),
  failedResult,
])
const anyResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  failedResult,
])

const internal = (error: unknown): CallResult<never> => ({
  ok: false,
  error: { code: 'internal', message: error instanceof Error ? error.message : String(error), details: {} },
})

/** The ticket of `#ticket=…`; null where the fragment is a route. */
export function ticketOf(fragment: string): string | null {
  return fragment.startsWith('#/') ? null : new URLSearchParams(fragment.slice(1)).get('ticket')
}

/** Exchanges the ticket of the address for a session and takes it out of the address and the browser's history. */
async function openSession(): Promise<string | null> {
  const ticket = ticketOf(location.hash)
  if (ticket) {
    history.replaceState(null, '', location.pathname)
    const response = await fetch(LOOPBACK_PATHS.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
    })
    if (response.ok) sessionStorage.setItem(SESSION_KEY, loopbackToken.parse(await response.json()).token)
  }
  return sessionStorage.getItem(SESSION_KEY)
}

function pickWithInput(kind: FileKind): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    const finish = (file: File | null) => {
      resolve(file)
      input.remove()
    }
    input.type = 'file'
    input.accept = ACCEPTED_ENDINGS[kind]
    input.hidden = true
    input.addEventListener('change', () => finish(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => finish(null))
    document.body.append(input)
    input.click()
  })
}

function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function followEvents(
  request: (signal: AbortSignal) => Promise<Response>,
  emit: (event: ApplicationEvent) => void,
): () => void {
  const abort = new AbortController()
  const readUntilClosed = async () => {
    const { ok, body } = await request(abort.signal)
    if (!ok || !body) return
    noteConnection(true)
    for await (const line of linesOf(body)) {
      const event = applicationEvent.safeParse(JSON.parse(line))
      if (event.success) emit(event.data)
    }
  }
  const follow = async () => {
    while (!abort.signal.aborted) {
      await readUntilClosed().catch(() => undefined)
      if (!abort.signal.aborted) noteConnection(false)
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
    }
  }
  void follow()
  return () => abort.abort()
}

/** A host started anew knows nothing of this window's session: only its new address opens it again. */
function leaveForgottenSession(): void {
  sessionStorage.removeItem(SESSION_KEY)
  location.reload()
}

/** The loopback host's transport; null when this window holds no session and the address carries no ticket. */
export async function connectLoopback(): Promise<Bridge | null> {
  const session = await openSession()
  if (!session) return null

  const post = async (
    path: string,
    body: BodyInit,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const response = await fetch(path, {
      method: 'POST',
      headers: { [TOKEN_HEADER]: session, ...headers },
      body,
      ...(signal ? { signal } : {}),
    })
    if (response.status === 401) leaveForgottenSession()
    return response
  }
  const postJson = (path: string, value: unknown, signal?: AbortSignal) =>
    post(path, JSON.stringify(value), { 'content-type': 'application/json' }, signal)

  const receiveFile: Bridge['host']['receiveFile'] = async (file) => {
    try {
      const response = await post(LOOPBACK_PATHS.upload, file, {
        'content-type': 'application/octet-stream',
        [FILE_NAME_HEADER]: encodeURIComponent(file.name),
      })
      return uploadResult.parse(await response.json())
    } catch (error) {
      return internal(error)
    }
  }

  return {
    call: async (name, input) => {
      try {
        const response = await postJson(LOOPBACK_PATHS.call, { name, input })
        return anyResult.parse(await response.json())
      } catch (error) {
        return internal(error)
      }
    },
    onEvent: (listener) => followEvents((signal) => postJson(LOOPBACK_PATHS.events, {}, signal), listener),
    host: {
      kind: 'loopback',
      pickFile: async (kind) => {
        const file = await pickWithInput(kind)
        return file ? receiveFile(file) : { ok: true, value: null }
      },
      receiveFile,
      saveDownload: async ({ token, name }) => {
        try {
          const response = await postJson(LOOPBACK_PATHS.download, { token })
          if (!response.ok) {
            return {
              ok: false,
              error: { code: 'file-missing', message: 'The file is gone.', details: { name } },
            }
          }
          saveBlob(await response.blob(), name)
          return { ok: true, value: true }
        } catch (error) {
          return internal(error)
        }
      },
      openExternal: async (address) => {
        const opened = window.open(address, '_blank', 'noopener,noreferrer')
        return { ok: true, value: opened !== null }
      },
      onHostEvent: () => () => undefined,
    },
  }
}
