import { notifications } from '@mantine/notifications'
import { useCallback, useState } from 'react'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { call } from '../../api/client.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { useUndo } from '../../components/page/use-undo.tsx'

const PAGE_ENTRIES = 500
const IMPORT_LABEL = 'import.order-lines'

/** The entry of the history that wrote this batch: both carry the moment of that one change. */
async function findImportEntry(batchId: string): Promise<HistoryEntry | null> {
  const changes = await call('history.ofRow', { rowId: batchId })
  const written = changes.findLast(({ label }) => label.key === IMPORT_LABEL)
  if (!written) return null
  for (let offset = 0; ; offset += PAGE_ENTRIES) {
    const { entries, total } = await call('history.list', { offset, limit: PAGE_ENTRIES })
    const entry = entries.find(({ label, at }) => label.key === IMPORT_LABEL && at === written.at)
    if (entry) return entry
    if (entries.length === 0 || offset + PAGE_ENTRIES >= total) return null
  }
}

/** Takes a whole import back, or brings it in again, whichever came after it. */
export function useImportUndo(): {
  undoImport: (batchId: string) => void
  redoImport: (batchId: string) => void
  isBusy: boolean
} {
  const { undo, redo, isBusy } = useUndo()
  const errorText = useErrorText()
  const [isSearching, setSearching] = useState(false)

  const act = useCallback(
    async (batchId: string, run: (entryId: string) => void) => {
      setSearching(true)
      try {
        const entry = await findImportEntry(batchId)
        if (entry) run(entry.id)
        else throw new Error('This import is in no entry of the history.')
      } catch (failure) {
        const { what, remedy } = errorText(failure)
        notifications.show({ title: what, message: remedy, role: 'alert', 'data-tone': 'red' })
      } finally {
        setSearching(false)
      }
    },
    [errorText],
  )

  return {
    undoImport: (batchId) => void act(batchId, undo),
    redoImport: (batchId) => void act(batchId, redo),
    isBusy: isBusy || isSearching,
  }
}
