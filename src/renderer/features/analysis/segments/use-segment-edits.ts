import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'

type Changes = InputOf<'segment.revise'>['changes']

export interface SegmentEdits {
  revise: (segment: string | null, changes: Changes) => void
  /** Puts one account into another segment; null falls back to its industry. */
  assign: (account: { id: string; name: string }, segment: string | null) => void
}

/** Every write of the worksheet, each told in a toast that can take it back. */
export function useSegmentEdits(): SegmentEdits {
  const { t } = useTranslation('segments')
  const tell = useUndoToast()
  const { mutate: revise } = useCommand('segment.revise')
  const { mutate: assign } = useCommand('segment.assign')
  return useMemo(
    () => ({
      revise: (segment, changes) =>
        revise(
          { segment, changes },
          { onSuccess: () => tell(t('toast.revised', { segment: segment ?? t('none') })) },
        ),
      assign: ({ id, name }, segment) =>
        assign(
          { ids: [id], segment },
          {
            onSuccess: () =>
              tell(
                segment === null ? t('toast.unassigned', { name }) : t('toast.assigned', { name, segment }),
              ),
          },
        ),
    }),
    [revise, assign, tell, t],
  )
}
