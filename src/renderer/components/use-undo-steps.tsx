import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../api/use-command.ts'
import { ActMessage } from './ActMessage.tsx'
import { hideToast, showToast } from './toast.ts'

/** Says what was done in several entries of the history, and takes back as many of the newest. */
export function useUndoStepsToast(): (message: string, steps: number) => void {
  const { t } = useTranslation('common')
  const { mutateAsync } = useCommand('history.undo')
  return useCallback(
    (message, steps) => {
      const undoAll = async () => {
        for (let step = 0; step < steps; step++) await mutateAsync({})
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
