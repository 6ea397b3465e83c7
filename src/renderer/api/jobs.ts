import { useSyncExternalStore } from 'react'
import type { JobFinished, JobKind, JobProgress } from '#shared/contract/events.ts'

export type JobState =
  | { state: 'running'; jobId: string; kind: JobKind; done: number; total: number; rows: number }
  | { state: 'finished'; jobId: string; kind: JobKind; outcome: JobFinished['outcome'] }

let jobs: ReadonlyMap<string, JobState> = new Map()
const listeners = new Set<() => void>()

function replaceJob(next: JobState): void {
  jobs = new Map(jobs).set(next.jobId, next)
  for (const listener of listeners) listener()
}

/** Progress may arrive after the end because events are sent apart from answers; the end stands. */
export function noteJobProgress(event: JobProgress): void {
  if (jobs.get(event.jobId)?.state === 'finished') return
  const { jobId, kind, done, total, rows } = event
  replaceJob({ state: 'running', jobId, kind, done, total, rows })
}

export function noteJobFinished(event: JobFinished): void {
  replaceJob({ state: 'finished', jobId: event.jobId, kind: event.kind, outcome: event.outcome })
}

export function forgetJobs(): void {
  jobs = new Map()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A job by its id: undefined until its first event, then running, then finished with its outcome. */
export function useJob(jobId: string | null | undefined): JobState | undefined {
  return useSyncExternalStore(subscribe, () => (jobId ? jobs.get(jobId) : undefined))
}

/** The newest job still running, for the status bar. */
export function useRunningJob(): Extract<JobState, { state: 'running' }> | undefined {
  return useSyncExternalStore(subscribe, () => {
    const running = [...jobs.values()].filter((job) => job.state === 'running')
    return running.at(-1)
  })
}
