import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { WorkspaceSummary } from '#shared/contract/workspace.ts'
import type { CallFailure } from '../api/call-failure.ts'
import { forgetJobs } from '../api/jobs.ts'
import { forgetWorkspaceAnswers } from '../api/query-client.ts'
import { noteSaved } from '../api/saved.ts'
import { useCommand } from '../api/use-command.ts'

export interface OpenWorkspace {
  openFile: (fileToken: string, readOnlyCopy?: boolean) => void
  openRecent: (recentId: string, readOnlyCopy?: boolean) => void
  openSample: () => void
  /** After `workspace.create`, or any other command that opened one. */
  enter: (workspace: WorkspaceSummary, destination?: '/portfolio' | '/import') => void
  isBusy: boolean
  failure: CallFailure | null
  forgetFailure: () => void
}

/** Opens a workspace and goes to its portfolio; a failure is left to the caller to show. */
export function useOpenWorkspace(): OpenWorkspace {
  const navigate = useNavigate()
  const open = useCommand('workspace.open')
  const sample = useCommand('workspace.openSample')

  const enter = useCallback(
    (_workspace: WorkspaceSummary, destination: '/portfolio' | '/import' = '/portfolio') => {
      forgetWorkspaceAnswers()
      forgetJobs()
      noteSaved(null)
      void navigate({ to: destination })
    },
    [navigate],
  )
  const { mutate: openMutate } = open
  const { mutate: sampleMutate } = sample
  const onSuccess = useCallback((workspace: WorkspaceSummary) => enter(workspace), [enter])

  return {
    openFile: useCallback(
      (fileToken, readOnlyCopy) =>
        openMutate({ fileToken, ...(readOnlyCopy ? { readOnlyCopy } : {}) }, { onSuccess }),
      [openMutate, onSuccess],
    ),
    openRecent: useCallback(
      (recentId, readOnlyCopy) =>
        openMutate({ recentId, ...(readOnlyCopy ? { readOnlyCopy } : {}) }, { onSuccess }),
      [openMutate, onSuccess],
    ),
    openSample: useCallback(() => sampleMutate({}, { onSuccess }), [sampleMutate, onSuccess]),
    enter,
    isBusy: open.isPending || sample.isPending,
    failure: open.error ?? sample.error,
    forgetFailure: open.reset,
  }
}
