import { useEffect, useState } from 'react'
import type { ImportRequest } from '#shared/contract/import.ts'
import { useJob } from '../../api/jobs.ts'
import { checkKey } from './import-request.ts'
import type { ImportSession } from './import-session.ts'
import { type CheckState, checkStateOf, ensureCheck } from './use-import-check.ts'

/** What another reading of the file would give; 'waiting' until it is wanted. Its answer serves again once it is chosen. */
export function useTrialCheck(
  session: ImportSession,
  request: ImportRequest,
  revision: string,
  isWanted: boolean,
): CheckState {
  const key = checkKey(request, revision)
  const jobId = session.checks.get(key)
  const job = useJob(jobId)
  const [failure, setFailure] = useState<unknown>(null)

  useEffect(() => {
    if (!isWanted || jobId !== undefined) return
    let isCurrent = true
    ensureCheck(key, request).catch((thrown: unknown) => {
      if (isCurrent) setFailure(thrown)
    })
    return () => {
      isCurrent = false
    }
  }, [isWanted, jobId, key, request])

  if (failure !== null) return { state: 'failed', failure }
  return isWanted || jobId !== undefined ? checkStateOf(job) : { state: 'waiting' }
}
