import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../ConfirmDialog.tsx'
import { UndoMessage } from '../UndoMessage.tsx'
import { useChangeText } from '../use-change-text.ts'

const UNDO_TOAST_MS = 8_000

export interface Undo {
  undoEntry: HistoryEntry | null
  redoEntry: HistoryEntry | null
  /** Takes back the entry, the newest one when left out. Asks first where later changes would be lost. */
  undo: (entryId?: string) => void
  redo: (entryId?: string) => void
  isBusy: boolean
}

/** Undo and redo of the one history, with the name of what they revert. */
export function useUndo(): Undo {
  const { t } = useTranslation('common')
  const changeText = useChangeText()
  const confirm = useConfirm()
  const state = useCall('history.state', {})
  const undoCommand = useCommand('history.undo', { handles: ['changed-since', 'nothing-to-undo'] })
  const redoCommand = useCommand('history.redo', { handles: ['changed-since', 'nothing-to-redo'] })

  const run = useCallback(
    (command: typeof undoCommand, verb: 'undone' | 'redone', entryId?: string) => {
      const input = entryId ? { entryId } : {}
      const tell = (entry: HistoryEntry) =>
        notifications.show({
          id: 'undo',
          message: t(`frame.${verb}`, { what: changeText(entry.label) }),
          autoClose: UNDO_TOAST_MS,
        })
      command.mutate(input, {
        onSuccess: tell,
        onError: (failure) => {
          if (failure.code !== 'changed-since') return
          void confirm({
            title: t('frame.changedSince.title'),
            message: t('frame.changedSince.message'),
            act: t('frame.changedSince.act'),
          }).then((agreed) => {
            if (agreed) command.mutate({ ...input, force: true }, { onSuccess: tell })
          })
        },
      })
    },
    [changeText, confirm, t],
  )

  return {
    undoEntry: state.data?.undo ?? null,
    redoEntry: state.data?.redo ?? null,
    undo: (entryId) => run(undoCommand, 'undone', entryId),
    redo: (entryId) => run(redoCommand, 'redone', entryId),
    isBusy: undoCommand.isPending || redoCommand.isPending,
  }
}

/** Says what was done, with 撤销 beside it for eight seconds; the history keeps it afterwards. */
export function useUndoToast(): (message: string) => void {
  const { undo } = useUndo()
  return useCallback(
    (message: string) => {
      const id = notifications.show({
        message: (
          <UndoMessage
            text={message}
            onUndo={() => {
              notifications.hide(id)
              undo()
            }}
          />
        ),
        autoClose: UNDO_TOAST_MS,
      })
    },
    [undo],
  )
}
