import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../api/use-command.ts'
import { ActMessage } from './ActMessage.tsx'
import { hideToast, showToast } from './toast.ts'

/** Says what was done in several entries of the history, and takes them back, the newest first. */
export function useUndoStepsToast(): (message: string, entryIds: readonly string[]) => void {
  const { t } = useTranslation('common')
  const { mutateAsync } = useCommand('history.undo')
  return useCallback(
    (message, entryIds) => {
      const undoAll = async () => {
        for (const entryId of [...entryIds].reverse()) await mutateAsync({ entryId })
      }
      const id = showToast({
        message: (
          <ActMessage
            text={message}
            act={t('undo')}
            onAct={() => {
              hideToast(id)
              void undoAll().catch(() => undefined)
            }}
          />
        ),
      })
    },
    [t, mutateAsync],
  )
}
