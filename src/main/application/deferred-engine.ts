import { type CallResult, MainstayError } from '#shared/contract/call-result.ts'
import type { Engine } from './create-engine.ts'
import { toCallError } from './dispatch.ts'

export interface DeferredEngine extends Engine {
  /** Starts it unless it has been. Errors: those of starting; the next call or task tries again. */
  start(): Promise<Engine>
  /** Whether it has ever started, be it closed since. */
  hasStarted(): boolean
}

/** An engine that starts with the first call or task; while it can't start, it answers them with the reason. */
export function deferEngine(begin: () => Promise<Engine>): DeferredEngine {
  let started: Promise<Engine> | undefined
  let author: string | undefined
  let isClosed = false

  const start = (): Promise<Engine> => {
    if (isClosed) return Promise.reject(new MainstayError('no-workspace', 'The workspace has been closed.'))
    started ??= begin().then(
      (engine) => {
        if (author !== undefined) engine.setAuthor(author)
        return engine
      },
      (error) => {
        started = undefined
        throw error
      },
    )
    return started
  }
  const askFor = async (ask: (engine: Engine) => Promise<CallResult>): Promise<CallResult> => {
    try {
      return await ask(await start())
    } catch (thrown) {
      return { ok: false, error: toCallError(thrown) }
    }
  }

  return {
    start,
    hasStarted: () => started !== undefined,
    call: (name, input, files) => askFor((engine) => engine.call(name, input, files)),
    run: (task) => askFor((engine) => engine.run(task)),
    async cancel(jobId) {
      const engine = await started?.catch(() => undefined)
      return engine ? engine.cancel(jobId) : false
    },
    setAuthor(next) {
      author = next
      started?.then(
        (engine) => engine.setAuthor(next),
        () => undefined,
      )
    },
    async close() {
      isClosed = true
      const engine = await started?.catch(() => undefined)
      await engine?.close()
    },
  }
}
