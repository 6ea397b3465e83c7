import { useCallback } from 'react'
import { type ImportReceipt, type ImportRequest, importReceipt } from '#shared/contract/import.ts'
import { useJob } from '../../api/jobs.ts'
import { useCommand } from '../../api/use-command.ts'
import { type ImportSession, reviseSession } from './import-session.ts'

export type WriteState =
  | { state: 'running'; percent: number | null; rows: number }
  | { state: 'done'; receipt: ImportReceipt }
  | { state: 'cancelled' }
  | { state: 'failed'; failure: unknown }

/** Starts writing; `onStarted` runs once the job has its id. Failures before that are told in a toast. */
export function useStartWriting(onStarted: () => void): {
  write: (request: ImportRequest) => void
  isBusy: boolean
} {
  const { mutate, isPending } = useCommand('import.commit')
  const write = useCallback(
    (request: ImportRequest) =>
      mutate(request, {
        onSuccess: ({ jobId }) => {
          reviseSession({ commitJobId: jobId, isReceiptSeen: false })
          onStarted()
        },
      }),
    [mutate, onStarted],
  )
  return { write, isBusy: isPending }
}

/** Where the writing of this session stands; null before it was asked for. */
export function useWriteState(session: ImportSession | null): WriteState | null {
  const job = useJob(session?.commitJobId)
  if (!session || session.commitJobId === null) return null
  if (!job) return { state: 'running', percent: null, rows: 0 }
  if (job.state === 'running') {
    const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : null
    return { state: 'running', percent, rows: job.rows }
  }
  const { outcome } = job
  if (outcome.state === 'cancelled') return { state: 'cancelled' }
  if (outcome.state === 'failed') return { state: 'failed', failure: outcome.error }
  const parsed = importReceipt.safeParse(outcome.result)
  return parsed.success
    ? { state: 'done', receipt: parsed.data }
    : { state: 'failed', failure: { code: 'internal', details: {} } }
}
