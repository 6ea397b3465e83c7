import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JudgementFields, JudgementRow } from '#shared/contract/factor.ts'
import type { PurchaseScenario } from '#shared/domain/purchase-factor.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'

export interface JudgementEdits {
  /** `name` is the judge's, for what is told. */
  record: (scenario: PurchaseScenario, fields: JudgementFields) => void
  revise: (row: JudgementRow, fields: JudgementFields) => void
  remove: (row: JudgementRow) => void
}

/** Writes an account's judgements; every act is told with its way back. */
export function useJudgementEdits(
  accountId: string,
  nameOf: (judge: JudgementFields['judge']) => string,
): JudgementEdits {
  const { t } = useTranslation('factor')
  const tell = useUndoToast()
  const { mutate: record } = useCommand('factor.judge')
  const { mutate: revise } = useCommand('factor.reviseJudgement')
  const { mutate: remove } = useCommand('factor.removeJudgement')
  return useMemo<JudgementEdits>(
    () => ({
      record: (scenario, fields) =>
        record(
          { accountId, scenario, ...fields },
          { onSuccess: () => tell(t('toast.judged', { judge: nameOf(fields.judge) })) },
        ),
      revise: ({ id }, fields) =>
        revise(
          { id, ...fields },
          { onSuccess: () => tell(t('toast.revised', { judge: nameOf(fields.judge) })) },
        ),
      remove: ({ id, judgeName }) =>
        remove({ id }, { onSuccess: () => tell(t('toast.removed', { judge: judgeName })) }),
    }),
    [accountId, nameOf, record, revise, remove, tell, t],
  )
}
