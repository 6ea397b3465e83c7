import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { changeLabel, type HistoryEntry } from '#shared/contract/history.ts'
import { CallFailure } from '../../api/call-failure.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { ActMessage } from '../ActMessage.tsx'
import { useConfirm } from '../ConfirmDialog.tsx'
import { useFormat } from '../format.tsx'
import { hideToast, showToast } from '../toast.ts'
import { originalLabel, useChangeText } from '../use-change-text.ts'

type Direction = 'undo' | 'redo'

const laterChangeDetails = z.object({ author: z.string(), at: z.string(), label: changeLabel })
const OPPOSITE: Record<Direction, Direction> = { undo: 'redo', redo: 'undo' }

export interface Undo {
  undoEntry: HistoryEntry | null
  redoEntry: HistoryEntry | null
  /** Takes back the entry, the newest one when left out. Asks first where later changes would be lost. */
  undo: (entryId?: string) => void
  redo: (entryId?: string) => void
  isBusy: boolean
}

/** The question asked when an entry's fields were changed again later. */
function useLaterChangeQuestion(): (failure: CallFailure) => Promise<boolean> {
  const { t } = useTranslation('common')
  const format = useFormat()
  const changeText = useChangeText()
  const confirm = useConfirm()
  return useCallback(
    (failure) => {
      const later = laterChangeDetails.safeParse(failure.details)
      const what = later.success
        ? t('frame.changedSince.what', {
            author: later.data.author,
            time: format.moment(later.data.at),
            what: changeText(later.data.label),
          })
        : ''
      return confirm({
        title: t('frame.changedSince.title'),
        message: `${what} ${t('frame.changedSince.message')}`.trim(),
        act: t('frame.changedSince.act'),
      })
    },
    [t, format, changeText, confirm],
  )
}

/** Undo and redo of the one history, with the name of what they revert. */
export function useUndo(): Undo {
  const { t } = useTranslation('common')
  const changeText = useChangeText()
  const askAboutLaterChange = useLaterChangeQuestion()
  const { data: state } = useCall('history.state', {})
  const undoCommand = useCommand('history.undo', { handles: ['changed-since', 'nothing-to-undo'] })
  const redoCommand = useCommand('history.redo', { handles: ['changed-since', 'nothing-to-redo'] })
  const { mutateAsync: callUndo } = undoCommand
  const { mutateAsync: callRedo } = redoCommand

  const step = useCallback(
    async (direction: Direction, entryId: string | undefined, force = false): Promise<void> => {
      const input = { ...(entryId ? { entryId } : {}), ...(force ? { force } : {}) }
      try {
        const entry = await (direction === 'undo' ? callUndo(input) : callRedo(input))
        const what = changeText(originalLabel(entry.label))
        const acted = entry.actsOn ?? undefined
        const id = showToast({
          message: (
            <ActMessage
              text={t(direction === 'undo' ? 'frame.undone' : 'frame.redone', { what })}
              act={t(OPPOSITE[direction])}
              onAct={() => {
                hideToast(id)
                void step(OPPOSITE[direction], acted)
              }}
            />
          ),
        })
      } catch (error) {
        if (!(error instanceof CallFailure) || error.code !== 'changed-since' || force) return
        if (await askAboutLaterChange(error)) await step(direction, entryId, true)
      }
    },
    [callUndo, callRedo, changeText, askAboutLaterChange, t],
  )

  const isBusy = undoCommand.isPending || redoCommand.isPending
  return useMemo(
    () => ({
      undoEntry: state?.undo ?? null,
      redoEntry: state?.redo ?? null,
      undo: (entryId) => void step('undo', entryId),
      redo: (entryId) => void step('redo', entryId),
      isBusy,
    }),
    [state, step, isBusy],
  )
}

/**
 * Says what was done, with 撤销 beside it for eight seconds; the history keeps it afterwards. Each toast takes
 * back its own entry, the newest when it appears, whatever was done after it.
 */
export function useUndoToast(): (message: string) => void {
  const { t } = useTranslation('common')
  const { undo } = useUndo()
  return useCallback(
    (message) => {
      const entryId = call('history.state', {}).then(
        (state) => state.undo?.id,
        () => undefined,
      )
      const id = showToast({
        message: (
          <ActMessage
            text={message}
            act={t('undo')}
            onAct={() => {
              hideToast(id)
              void entryId.then(undo)
            }}
          />
        ),
      })
    },
    [t, undo],
  )
}
