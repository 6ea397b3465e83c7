import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { changeLabel, type HistoryEntry } from '#shared/contract/history.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../ConfirmDialog.tsx'
import { useFormat } from '../format.tsx'
import { UndoMessage } from '../UndoMessage.tsx'
import { useChangeText } from '../use-change-text.ts'

const laterChangeDetails = z.object({ author: z.string(), at: z.string(), label: changeLabel })
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
  const format = useFormat()
  const confirm = useConfirm()
  const state = useCall('history.state', {})
  const undoCommand = useCommand('history.undo', { handles: ['changed-since', 'nothing-to-undo'] })
  const redoCommand = useCommand('history.redo', { handles: ['changed-since', 'nothing-to-redo'] })

  const laterChange = useCallback(
    (failure: CallFailure) => {
      const later = laterChangeDetails.safeParse(failure.details)
      const message = t('frame.changedSince.message')
      if (!later.success) return message
      const { author, at, label } = later.data
      const what = t('frame.changedSince.what', { author, time: format.moment(at), what: changeText(label) })
      return `${what} ${message}`
    },
    [t, format, changeText],
  )

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
            message: laterChange(failure),
            act: t('frame.changedSince.act'),
          }).then((agreed) => {
            if (agreed) command.mutate({ ...input, force: true }, { onSuccess: tell })
          })
        },
      })
    },
    [changeText, confirm, laterChange, t],
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
