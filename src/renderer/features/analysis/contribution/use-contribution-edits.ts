import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostActivity } from '#shared/contract/contribution.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'

export type ActivityFields = Omit<CostActivity, 'id'>

export interface ContributionEdits {
  define: (activities: ActivityFields[]) => void
  revise: (activity: CostActivity, changes: Partial<ActivityFields>) => void
  remove: (activity: CostActivity) => void
  setQuantity: (input: {
    accountId: string
    activity: CostActivity
    year: number
    quantity: number | null
  }) => void
}

/** Every write of the view, each told in a toast that can take it back. */
export function useContributionEdits(): ContributionEdits {
  const { t } = useTranslation('contribution')
  const tell = useUndoToast()
  const { mutate: define } = useCommand('contribution.define')
  const { mutate: revise } = useCommand('contribution.revise')
  const { mutate: remove } = useCommand('contribution.remove')
  const { mutate: setQuantity } = useCommand('contribution.setQuantity')
  return useMemo(
    () => ({
      define: (activities) =>
        define(
          { activities },
          {
            onSuccess: () =>
              tell(
                activities.length === 1
                  ? t('toast.defined', { name: activities[0]?.name ?? '' })
                  : t('toast.definedAll', { count: activities.length }),
              ),
          },
        ),
      revise: ({ id, name }, changes) =>
        revise({ id, changes }, { onSuccess: () => tell(t('toast.revised', { name })) }),
      remove: ({ id, name }) => remove({ id }, { onSuccess: () => tell(t('toast.removed', { name })) }),
      setQuantity: ({ accountId, activity, year, quantity }) =>
        setQuantity(
          { accountId, activityId: activity.id, year, quantity },
          { onSuccess: () => tell(t('toast.quantity', { name: activity.name })) },
        ),
    }),
    [define, revise, remove, setQuantity, tell, t],
  )
}
