import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useUndoToast } from '../../components/page/use-undo.tsx'

/** Removes an account and leads back to the list, with the way back told. */
export function useRemoveAccount(id: string, name: string): () => void {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const tell = useUndoToast()
  const { mutate: remove } = useCommand('account.remove')
  return useCallback(
    () =>
      remove(
        { ids: [id] },
        {
          onSuccess: () => {
            tell(t('toast.removed', { name }))
            void navigate({ to: '/accounts' })
          },
        },
      ),
    [remove, id, tell, t, name, navigate],
  )
}
