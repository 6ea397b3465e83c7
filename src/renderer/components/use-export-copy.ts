import { useCallback } from 'react'
import { saveDownload } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'

/** Makes a consistent copy of the workspace file and hands it to the user. */
export function useExportCopy(): { exportCopy: () => void; isBusy: boolean } {
  const { mutate, isPending } = useCommand('workspace.exportCopy')
  const exportCopy = useCallback(() => {
    mutate({}, { onSuccess: (download) => void saveDownload(download) })
  }, [mutate])
  return { exportCopy, isBusy: isPending }
}
