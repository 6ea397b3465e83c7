import { randomUUID } from 'node:crypto'
import { setImmediate as nextTick } from 'node:timers/promises'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ApplicationEvent, JobKind } from '#shared/contract/events.ts'
import type { Id } from '#shared/domain/id.ts'
import { toCallError } from './dispatch.ts'
import type { JobControl } from './ports.ts'

const PROGRESS_INTERVAL_MS = 100

export interface JobRunner {
  start(kind: JobKind, work: (control: JobControl) => Promise<unknown>): Id
  /** False when no such job runs. */
  cancel(jobId: Id): boolean
  /** Resolves when no job runs. */
  idle(): Promise<void>
  cancelAll(): void
}

/** Runs long work of one engine thread, one job at a time, in the order they were asked for. */
export function createJobRunner(emit: (event: ApplicationEvent) => void, now: () => number): JobRunner {
  const cancelled = new Set<Id>()
  const alive = new Set<Id>()
  let tail: Promise<void> = Promise.resolve()

  const run = async (jobId: Id, kind: JobKind, work: (control: JobControl) => Promise<unknown>) => {
    let reportedAt = Number.NEGATIVE_INFINITY
    const control: JobControl = {
      async checkpoint(progress) {
        const at = now()
        if (at - reportedAt >= PROGRESS_INTERVAL_MS) {
          reportedAt = at
          emit({ type: 'job-progress', jobId, kind, ...progress })
        }
        await nextTick()
        if (cancelled.has(jobId)) throw new MainstayError('cancelled', 'The job was cancelled.')
      },
    }
    try {
      const result = await work(control)
      emit({ type: 'job-finished', jobId, kind, outcome: { state: 'done', result } })
    } catch (thrown) {
      const error = toCallError(thrown)
      const outcome =
        error.code === 'cancelled' ? { state: 'cancelled' as const } : { state: 'failed' as const, error }
      emit({ type: 'job-finished', jobId, kind, outcome })
    } finally {
      alive.delete(jobId)
      cancelled.delete(jobId)
    }
  }

  return {
    start(kind, work) {
      const jobId = randomUUID()
      alive.add(jobId)
      // The caller gets its id before the first event of the job.
      tail = tail.then(() => nextTick()).then(() => run(jobId, kind, work))
      return jobId
    },
    cancel(jobId) {
      if (!alive.has(jobId)) return false
      cancelled.add(jobId)
      return true
    },
    idle: () => tail,
    cancelAll() {
      for (const jobId of alive) cancelled.add(jobId)
    },
  }
}
