import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'

export interface FactorEdits {
  define: (input: InputOf<'factor.define'>) => void
  revise: (id: string, changes: InputOf<'factor.revise'>['changes']) => void
  remove: (id: string) => void
  reorder: (ids: string[]) => void
}

/** Writes the firm's list of factors; every act is told with its way back. */
export function useFactorEdits(): FactorEdits {
  const { t } = useTranslation('factor')
  const tell = useUndoToast()
  const { mutate: define } = useCommand('factor.define')
  const { mutate: revise } = useCommand('factor.revise')
  const { mutate: remove } = useCommand('factor.remove')
  const { mutate: reorder } = useCommand('factor.reorder')
  return useMemo<FactorEdits>(() => {
    const told = { onSuccess: () => tell(t('toast.listChanged')) }
    return {
      define: (input) => define(input, told),
      revise: (id, changes) => revise({ id, changes }, told),
      remove: (id) => remove({ id }, told),
      reorder: (ids) => reorder({ ids }, told),
    }
  }, [define, revise, remove, reorder, tell, t])
}
