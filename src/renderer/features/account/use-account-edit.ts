import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision } from '#shared/contract/account.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { useCommand } from '../../api/use-command.ts'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { useFieldName } from '../../components/use-change-text.ts'

/** Writes changed fields of one account and says so with the way back; a taken number is told to the caller. */
export function useAccountEdit(
  id: string,
): (changes: AccountRevision, onFailure?: (failure: CallFailure) => void) => void {
  const { t } = useTranslation('account')
  const fieldName = useFieldName()
  const tell = useUndoToast()
  const { mutate } = useCommand('account.revise', { handles: ['duplicate-number'] })
  return useCallback(
    (changes, onFailure) =>
      mutate(
        { ids: [id], changes },
        {
          onSuccess: ({ changed }) => {
            if (changed === 0) return
            const fields = Object.keys(changes).map(fieldName).join(t('comma'))
            tell(t('toast.revised', { fields }))
          },
          ...(onFailure ? { onError: onFailure } : {}),
        },
      ),
    [id, mutate, t, fieldName, tell],
  )
}
