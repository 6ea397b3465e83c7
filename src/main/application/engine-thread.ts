import { Worker } from 'node:worker_threads'
import { type CallResult, errorCode, MainstayError } from '#shared/contract/call-result.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import type { Engine } from './create-engine.ts'
import type { EngineOptions, EngineThreadData, FromEngine, ToEngine } from './engine-protocol.ts'

export interface EngineThreadPorts {
  entry: string | URL
  emit(event: ApplicationEvent): void
  announceDownload(file: { token: string; path: string; name: string }): void
  /** The thread died by itself: what was under way is lost, what was acknowledged is on disk. */
  crashed(message: string): void
}

/** Keeps what an import leaves behind from piling up: it lives for a row, and a small nursery is swept more often. */
const YOUNG_GENERATION_MB = 8

/**
 * Starts an engine in a worker thread and resolves when its workspace is open. With `opensAfter` the thread loads its
 * code at once and opens the file when that is fulfilled. Errors: those of opening, and of `opensAfter`.
 */
export function startEngineThread(
  options: EngineOptions,
  ports: EngineThreadPorts,
  opensAfter?: Promise<unknown>,
): Promise<Engine> {
  const worker = new Worker(ports.entry, {
    workerData: { options, waitsToOpen: opensAfter !== undefined } satisfies EngineThreadData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  })
  const waiting = new Map<number, (message: FromEngine) => void>()
  let lastCallId = 0
  let isClosing = false

  const ask = (build: (callId: number) => ToEngine): Promise<FromEngine> =>
    new Promise((resolve, reject) => {
      lastCallId += 1
      const callId = lastCallId
      waiting.set(callId, resolve)
      try {
        worker.postMessage(build(callId))
      } catch (error) {
        waiting.delete(callId)
        reject(error)
      }
    })
  const lost = (): CallResult => ({
    ok: false,
    error: { code: 'internal', message: 'The engine stopped before it answered.', details: {} },
  })

  const engine: Engine = {
    async call(name, input, files) {
      if (isClosing) return lost()
      try {
        const message = await ask((callId) => ({ type: 'call', callId, name, input, files }))
        return message.type === 'answer' ? message.result : lost()
      } catch (error) {
        // Functions and the like can't cross threads.
        return {
          ok: false,
          error: { code: 'invalid-input', message: `${name}: ${error}`, details: { name } },
        }
      }
    },
    async cancel(jobId) {
      if (isClosing) return false
      const message = await ask((callId) => ({ type: 'cancel', callId, jobId }))
      return message.type === 'cancel-answer' && message.found
    },
    async run(task) {
      if (isClosing) return lost()
      const message = await ask((callId) => ({ type: 'task', callId, task }))
      return message.type === 'task-answer' ? message.result : lost()
    },
    setAuthor(author) {
      worker.postMessage({ type: 'author', author } satisfies ToEngine)
    },
    async close() {
      if (isClosing) return
      isClosing = true
      worker.postMessage({ type: 'close' } satisfies ToEngine)
      await new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    },
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromEngine) => {
      switch (message.type) {
        case 'ready':
          resolve(engine)
          break
        case 'failed': {
          const code = errorCode.safeParse(message.code)
          isClosing = true
          reject(new MainstayError(code.success ? code.data : 'internal', message.message, message.details))
          break
        }
        case 'answer':
        case 'task-answer':
        case 'cancel-answer': {
          const settle = waiting.get(message.callId)
          waiting.delete(message.callId)
          settle?.(message)
          break
        }
        case 'event':
          ports.emit(message.event)
          break
        case 'download':
          ports.announceDownload(message)
          break
        case 'closed':
          break
      }
    })
    const stopped = (message: string) => {
      for (const settle of waiting.values()) settle({ type: 'closed' })
      waiting.clear()
      if (isClosing) return
      isClosing = true
      reject(new MainstayError('internal', message))
      ports.crashed(message)
    }
    worker.on('error', (error) => stopped(error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => stopped('The engine stopped.'))
    opensAfter?.then(
      () => worker.postMessage({ type: 'open' } satisfies ToEngine),
      (error) => {
        isClosing = true
        reject(error)
        void worker.terminate()
      },
    )
  })
}
