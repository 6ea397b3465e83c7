import { useEffect, useRef, useState } from 'react'
import { type ImportCheck, type ImportRequest, importCheck } from '#shared/contract/import.ts'
import { call } from '../../api/client.ts'
import { type JobState, useJob } from '../../api/jobs.ts'
import { checkKey } from './import-request.ts'
import { currentSession, forgetCheck, type ImportSession, noteCheck } from './import-session.ts'
import { type JobStanding, jobStanding } from './job-standing.ts'

export type CheckState = { state: 'waiting' } | JobStanding<{ state: 'done'; check: ImportCheck }>

export interface RunningCheck {
  state: CheckState
  cancel: () => void
  /** Starts again what was cancelled or failed. */
  retry: () => void
}

const SETTLE_MS = 200

/** A check's job as the screens show it. */
export const checkStateOf = (job: JobState | undefined): CheckState =>
  jobStanding(job, importCheck, (check) => ({ state: 'done' as const, check }))

/** Asks for a check unless this session has one for the same request already. */
export async function ensureCheck(key: string, request: ImportRequest): Promise<void> {
  if (currentSession()?.checks.has(key)) return
  const { jobId } = await call('import.check', request)
  noteCheck(key, jobId)
}

const cancelJob = (jobId: string) => void call('job.cancel', { jobId }).catch(() => undefined)

/**
 * Keeps a dry run of the request going: a new one once the user has stopped changing it, the old one cancelled.
 * Null waits. `revision` names the state of the workspace.
 */
export function useImportCheck(
  session: ImportSession | null,
  request: ImportRequest | null,
  revision: string,
): RunningCheck {
  const key = request ? checkKey(request, revision) : null
  const jobId = key === null ? undefined : session?.checks.get(key)
  const job = useJob(jobId)
  const [failed, setFailed] = useState<{ key: string; failure: unknown } | null>(null)
  const latest = useRef<{ key: string; jobId: string | undefined; isOver: boolean } | null>(null)
  const asked = useRef(request)

  useEffect(() => {
    asked.current = request
  })

  useEffect(() => {
    const before = latest.current
    if (before && before.key !== key && before.jobId && !before.isOver) {
      cancelJob(before.jobId)
      forgetCheck(before.key)
    }
    latest.current = key === null ? null : { key, jobId, isOver: job?.state === 'finished' }
  }, [key, jobId, job])

  const hasFailed = failed !== null && failed.key === key
  useEffect(() => {
    if (key === null || jobId !== undefined || hasFailed) return
    const timer = setTimeout(() => {
      if (!asked.current) return
      ensureCheck(key, asked.current).catch((failure: unknown) => setFailed({ key, failure }))
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [key, jobId, hasFailed])

  const state: CheckState =
    key === null
      ? { state: 'waiting' }
      : hasFailed
        ? { state: 'failed', failure: failed.failure }
        : checkStateOf(job)

  return {
    state,
    cancel: () => {
      if (jobId) cancelJob(jobId)
    },
    retry: () => {
      setFailed(null)
      if (key !== null) forgetCheck(key)
    },
  }
}
