import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import { useCall } from '../../api/use-call.ts'
import type { ImportStep } from './import-request.ts'
import {
  endSession,
  type ImportSession,
  reviseSession,
  startSession,
  useImportSession,
} from './import-session.ts'

const route = getRouteApi('/workspace/import')

type ImportFile = ImportSession['file']

export interface ImportRoute {
  /** The step the address asks for. */
  wanted: ImportStep | undefined
  /** The file in hand, set aside or not. */
  known: ImportSession | null
  /** The file on the page; null on the first step. */
  session: ImportSession | null
  begin: (file: ImportFile, kind: ImportKind | null) => void
  show: (step: ImportStep) => void
  /** Takes up again what was set aside, or shows what is being written. */
  resume: () => void
  /** Leaves the file unwritten, to be taken up again or forgotten. */
  setAside: () => void
  /** Done with this file: back to choosing one. */
  leave: () => void
}

/** Keeps the address and the file in hand in step: each brings up the other. */
export function useImportRoute(): ImportRoute {
  const search = route.useSearch()
  const navigate = useNavigate()
  const { data: workspace } = useCall('workspace.current', {})
  const workspaceId = workspace?.id
  const known = useImportSession(workspaceId)

  const goTo = useCallback(
    (step: ImportStep, file: ImportFile | null, replace = false) =>
      navigate({
        to: '/import',
        search: file ? { step, file: file.token, fileName: file.name } : { step },
        replace,
      }),
    [navigate],
  )

  useEffect(() => {
    if (!workspaceId) return
    const { file: token, fileName, step } = search
    if (token) {
      if (known?.file.token !== token) startSession(workspaceId, { token, name: fileName ?? token }, null)
      else if (known.isSetAside) reviseSession({ isSetAside: false })
    } else if (step === undefined && known && !known.isSetAside && !known.isReceiptSeen) {
      void goTo(known.commitJobId === null ? 'mapping' : 'write', known.file, true)
    }
  }, [workspaceId, search, known, goTo])

  const begin = useCallback(
    (file: ImportFile, kind: ImportKind | null) => {
      if (!workspaceId) return
      startSession(workspaceId, { token: file.token, name: file.name }, kind)
      void goTo('mapping', file)
    },
    [workspaceId, goTo],
  )
  const session = search.file && known?.file.token === search.file ? known : null
  const file = session?.file ?? null
  const show = useCallback((step: ImportStep) => void goTo(step, file), [goTo, file])
  const resume = useCallback(() => {
    if (known) void goTo(known.commitJobId === null ? 'mapping' : 'write', known.file)
  }, [known, goTo])
  // The address goes first: while it still names the file, the file would be brought up again.
  const setAside = useCallback(
    () => void goTo('file', null).then(() => reviseSession({ isSetAside: true })),
    [goTo],
  )
  const leave = useCallback(() => void goTo('file', null).then(endSession), [goTo])

  return { wanted: search.step, known, session, begin, show, resume, setAside, leave }
}
