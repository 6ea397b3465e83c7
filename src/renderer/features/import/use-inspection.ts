import { useState } from 'react'
import type { FileInspection } from '#shared/contract/import.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { useCall } from '../../api/use-call.ts'
import type { ImportSession } from './import-session.ts'

export interface Inspection {
  /** The newest answer for this file; stays while another reading is looked at or cannot be read. */
  inspection: FileInspection | null
  failure: CallFailure | null
  isBusy: boolean
}

const NO_FILE = { fileToken: 'none-chosen', settings: {} }

/** What the session's file is, as its settings read it. */
export function useInspection(session: ImportSession | null): Inspection {
  const input = session
    ? {
        fileToken: session.file.token,
        settings: session.settings,
        ...(session.kind === null ? {} : { kind: session.kind }),
      }
    : NO_FILE
  const { data, error, isFetching } = useCall('import.inspect', input, { enabled: session !== null })
  const token = session?.file.token ?? null
  const [latest, setLatest] = useState<{ token: string | null; data: FileInspection } | null>(null)
  if (data && (latest?.data !== data || latest.token !== token)) setLatest({ token, data })
  const kept = latest?.token === token ? latest.data : null
  return { inspection: data ?? kept, failure: error, isBusy: isFetching }
}
