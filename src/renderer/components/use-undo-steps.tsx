import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useCommand } from '../api/use-command.ts'
import { UndoMessage } from './UndoMessage.tsx'

const UNDO_TOAST_MS = 12_000

/** Says what was done in several entries of the history, and takes back as many of the newest. */
export function useUndoStepsToast(): (message: string, steps: number) => void {
  const { mutateAsync } = useCommand('history.undo')
  return useCallback(
    (message, steps) => {
      const undoAll = async () => {
        for (let step = 0; step < steps; step++) await mutateAsync({})
      }
      const id = notifications.show({
        message: (
          <UndoMessage
            text={message}
            onUndo={() => {
              notifications.hide(id)
              void undoAll().catch(() => undefined)
            }}
          />
        ),
        autoClose: UNDO_TOAST_MS,
      })
    },
    [mutateAsync],
  )
}
