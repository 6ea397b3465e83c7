import { useCallback, useState } from 'react'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { useUndo } from '../../components/page/use-undo.tsx'
import { showToast } from '../../components/toast.ts'

const PAGE_ENTRIES = 500
const isImport = ({ key }: HistoryEntry['label']): boolean => key.startsWith('import.')

/** The entry of the history that wrote this batch: both carry the moment of that one change. */
async function findImportEntry(batchId: string): Promise<HistoryEntry | null> {
  const changes = await call('history.ofRow', { rowId: batchId })
  const written = changes.findLast(({ label }) => isImport(label))
  if (!written) return null
  for (let offset = 0; ; offset += PAGE_ENTRIES) {
    const { entries, total } = await call('history.list', { offset, limit: PAGE_ENTRIES })
    const entry = entries.find(({ label, at }) => isImport(label) && at === written.at)
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
        showToast({ title: what, message: remedy, isFailure: true })
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

/** Whether an import was taken back after it was written. */
export function useIsWithdrawn(batchId: string | null): boolean {
  const { data: batches } = useCall('import.listBatches', {})
  return batches?.some(({ id, isWithdrawn }) => id === batchId && isWithdrawn) ?? false
}
