import { useCallback } from 'react'
import { type ImportReceipt, type ImportRequest, importReceipt } from '#shared/contract/import.ts'
import { useJob } from '../../api/jobs.ts'
import { useCommand } from '../../api/use-command.ts'
import { type ImportSession, reviseSession } from './import-session.ts'
import { type JobStanding, jobStanding } from './job-standing.ts'

export type WriteState = JobStanding<{ state: 'done'; receipt: ImportReceipt }>

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
  return jobStanding(job, importReceipt, (receipt) => ({ state: 'done' as const, receipt }))
}
