import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { forgetJobs } from '../api/jobs.ts'
import { forgetWorkspaceAnswers, noteWorkspace } from '../api/query-client.ts'
import { noteSaved } from '../api/saved.ts'
import { useCommand } from '../api/use-command.ts'

/** Closes the workspace and returns to the start window. */
export function useLeaveWorkspace(): () => void {
  const navigate = useNavigate()
  const { mutateAsync: close } = useCommand('workspace.close')
  return useCallback(() => {
    void close({}).then(async () => {
      noteWorkspace(null)
      await navigate({ to: '/' })
      forgetWorkspaceAnswers()
      forgetJobs()
      noteSaved(null)
    })
  }, [close, navigate])
}
