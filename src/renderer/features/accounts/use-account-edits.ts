import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision, AccountRow } from '#shared/contract/account.ts'
import { type FieldKey, fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { showToast } from '../../components/toast.ts'
import { cellRevision, isEditableField, revisionOf } from './cell-revision.ts'
import { writeFieldValue } from './field-cell.ts'
import { fieldRevision } from './field-revision.ts'
import { useAccountFields } from './use-account-fields.ts'

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
  const { mutate: setValue } = useCommand('field.setValue')
  const { fieldOf } = useAccountFields()

  const refuse = useCallback(
    (reason: string) => showToast({ title: reason, message: t('refused.remedy'), isFailure: true }),
    [t],
  )

  const commitField = useCallback(
    (row: AccountRow, key: FieldKey, text: string) => {
      const field = fieldOf(fieldIdOf(key))
      if (!field) return
      const revision = fieldRevision(field, row.fieldValues[field.id], text, format.currency ?? 'CNY')
      if (revision.state === 'refused') refuse(t(`refused.${revision.reason}`))
      if (revision.state !== 'changed') return
      const { value } = revision
      const written = value === null ? format.missing : writeFieldValue(field, value, format)
      setValue(
        { partyId: row.id, fieldId: field.id, value },
        { onSuccess: () => tell(t('toast.cell', { name: row.name, field: field.name, value: written })) },
      )
    },
    [t, format, tell, setValue, fieldOf, refuse],
  )

  const commitCell = useCallback(
    (row: AccountRow, field: string, text: string) => {
      if (isFieldKey(field)) commitField(row, field, text)
      if (!isEditableField(field)) return
      const revision = cellRevision(row, field, text)
      if (revision.state === 'refused') refuse(t(`refused.${revision.reason}`))
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
    [t, format, tell, revise, refuse, commitField],
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
