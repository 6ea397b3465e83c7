import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { refetchWorkspaceFacts } from '../api/query-client.ts'
import { useCommand } from '../api/use-command.ts'
import { useFormat } from './format.tsx'
import { showToast } from './toast.ts'

/** Ctrl-S: everything is saved already, so it makes a verified backup and says so. */
export function useCheckpoint(): () => void {
  const { t } = useTranslation('common')
  const format = useFormat()
  const { mutate } = useCommand('workspace.checkpoint')
  return useCallback(() => {
    mutate(
      {},
      {
        onSuccess: (backup) => {
          refetchWorkspaceFacts()
          showToast({
            message: t('frame.checkpointMade', {
              time: format.time(backup.madeAt),
              size: format.bytes(backup.bytes),
            }),
          })
        },
      },
    )
  }, [mutate, t, format])
}
