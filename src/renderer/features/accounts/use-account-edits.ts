import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision, AccountRow } from '#shared/contract/account.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { showToast } from '../../components/toast.ts'
import { cellRevision, isEditableField, revisionOf } from './cell-revision.ts'

export interface AccountEdits {
  /** Writes a typed cell; what can't stand is told and nothing is written. */
  commitCell: (row: AccountRow, field: string, text: string) => void
  /** The same change on many: one entry in the history. */
  reviseAll: (ids: string[], changes: AccountRevision, what: string) => void
  removeAll: (ids: string[]) => void
}

/** The grid's changes, each with its undo. */
export function useAccountEdits(): AccountEdits {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const tell = useUndoToast()
  const { mutate: revise } = useCommand('account.revise')
  const { mutate: remove } = useCommand('account.remove')

  const commitCell = useCallback(
    (row: AccountRow, field: string, text: string) => {
      if (!isEditableField(field)) return
      const revision = cellRevision(row, field, text)
      if (revision.state === 'refused') {
        showToast({
          title: t(`refused.${revision.reason}`),
          message: t('refused.remedy'),
          isFailure: true,
        })
      }
      if (revision.state !== 'changed') return
      revise(
        { ids: [row.id], changes: revisionOf(field, revision.value) },
        {
          onSuccess: () =>
            tell(
              t('toast.cell', {
                name: row.name,
                field: t(`column.${field}`),
                value: revision.value ?? format.missing,
              }),
            ),
        },
      )
    },
    [t, format, tell, revise],
  )

  const reviseAll = useCallback(
    (ids: string[], changes: AccountRevision, what: string) => {
      if (ids.length === 0) return
      revise(
        { ids, changes },
        { onSuccess: ({ changed }) => tell(t('toast.bulk', { count: changed, what })) },
      )
    },
    [t, tell, revise],
  )

  const removeAll = useCallback(
    (ids: string[]) => {
      if (ids.length === 0) return
      remove({ ids }, { onSuccess: ({ removed }) => tell(t('toast.removed', { count: removed })) })
    },
    [t, tell, remove],
  )

  return { commitCell, reviseAll, removeAll }
}
