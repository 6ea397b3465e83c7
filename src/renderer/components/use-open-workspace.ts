import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import { language, type WorkspaceSummary } from '#shared/contract/workspace.ts'
import type { CallFailure } from '../api/call-failure.ts'
import { forgetJobs } from '../api/jobs.ts'
import { forgetWorkspaceAnswers, noteWorkspace } from '../api/query-client.ts'
import { noteSaved } from '../api/saved.ts'
import { useCommand } from '../api/use-command.ts'

/** These ask for a choice rather than a toast. */
const OPENING_FAILURES = [
  'workspace-locked',
  'workspace-newer',
  'workspace-damaged',
  'workspace-foreign',
  'workspace-missing',
  'workspace-encrypted',
  'unsafe-location',
] as const

/** What the last attempt wanted to open, so that it can be tried again as a read-only copy. */
export type OpenTarget = InputOf<'workspace.open'>

export interface OpenWorkspace {
  openFile: (fileToken: string, readOnlyCopy?: boolean) => void
  openRecent: (recentId: string, readOnlyCopy?: boolean) => void
  openSample: () => void
  /** After `workspace.create`: to the portfolio, or to the import of the file it was made for. */
  enter: (workspace: WorkspaceSummary, file?: PickedFile) => void
  isBusy: boolean
  /** Why the last attempt failed where the caller can offer a way out, and what it was. */
  failure: CallFailure | null
  failedTarget: OpenTarget | null
  forgetFailure: () => void
  /** Opens the failed one as a copy to look at. */
  openReadOnly: () => void
}

const isHandled = (failure: CallFailure | null): boolean =>
  OPENING_FAILURES.some((code) => code === failure?.code)

/** Opens a workspace and goes to its portfolio. A failure becomes a toast, unless the caller shows `failure` itself. */
export function useOpenWorkspace({ showsFailure = false } = {}): OpenWorkspace {
  const navigate = useNavigate()
  const { i18n } = useTranslation()
  const open = useCommand('workspace.open', { handles: showsFailure ? OPENING_FAILURES : [] })
  const sample = useCommand('workspace.openSample')

  const enter = useCallback(
    (workspace: WorkspaceSummary, file?: PickedFile) => {
      noteWorkspace(workspace)
      forgetWorkspaceAnswers()
      forgetJobs()
      noteSaved(workspace.lastSavedAt)
      void (file
        ? navigate({ to: '/import', search: { file: file.token, fileName: file.name } })
        : navigate({ to: '/portfolio' }))
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
    openSample: useCallback(() => {
      const shown = language.safeParse(i18n.language)
      sampleMutate(shown.success ? { language: shown.data } : {}, { onSuccess })
    }, [sampleMutate, onSuccess, i18n]),
    enter,
    isBusy: open.isPending || sample.isPending,
    failure: isHandled(open.error) ? open.error : null,
    failedTarget: open.variables ?? null,
    forgetFailure: open.reset,
    openReadOnly: () => {
      if (open.variables) openMutate({ ...open.variables, readOnlyCopy: true }, { onSuccess })
    },
  }
}
