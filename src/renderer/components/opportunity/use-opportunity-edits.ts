import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import type { OpportunityStage } from '#shared/domain/opportunity.ts'
import { useCommand } from '../../api/use-command.ts'
import { useUndoToast } from '../page/use-undo.tsx'

type Named = Pick<OpportunityRow, 'id' | 'name'>
type Closing = Omit<InputOf<'opportunity.close'>, 'id'>

export interface OpportunityEdits {
  revise: (row: Named, changes: InputOf<'opportunity.revise'>['changes']) => void
  /** Also opens a closed one again. */
  move: (row: Named, stage: OpportunityStage) => void
  close: (row: Named, closing: Closing) => void
  remove: (row: Named) => void
  record: (input: InputOf<'opportunity.record'>, onDone?: () => void) => void
}

/** Writes opportunities; every act is told with its way back. */
export function useOpportunityEdits(): OpportunityEdits {
  const { t } = useTranslation('opportunity')
  const tell = useUndoToast()
  const { mutate: revise } = useCommand('opportunity.revise')
  const { mutate: move } = useCommand('opportunity.moveStage')
  const { mutate: close } = useCommand('opportunity.close')
  const { mutate: remove } = useCommand('opportunity.remove')
  const { mutate: record } = useCommand('opportunity.record')
  return useMemo<OpportunityEdits>(
    () => ({
      revise: ({ id, name }, changes) =>
        revise({ id, changes }, { onSuccess: () => tell(t('toast.revised', { name })) }),
      move: ({ id, name }, stage) =>
        move(
          { id, stage },
          { onSuccess: () => tell(t('toast.moved', { name, stage: t(`stage.${stage}`) })) },
        ),
      close: ({ id, name }, closing) =>
        close({ id, ...closing }, { onSuccess: () => tell(t(`toast.${closing.result}`, { name })) }),
      remove: ({ id, name }) => remove({ id }, { onSuccess: () => tell(t('toast.removed', { name })) }),
      record: (input, onDone) =>
        record(input, {
          onSuccess: () => {
            tell(t('toast.recorded', { name: input.fields.name }))
            onDone?.()
          },
        }),
    }),
    [revise, move, close, remove, record, t, tell],
  )
}
