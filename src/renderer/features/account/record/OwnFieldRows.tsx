import { useTranslation } from 'react-i18next'
import type { FieldOnCard } from '#shared/contract/field.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { FieldRow } from './FieldRow.tsx'
import { OwnField } from './OwnField.tsx'

/** Custom fields of an account or a person, each edited where it stands, with its history and its undo. */
export function OwnFieldRows({
  partyId,
  fields,
  personName,
}: {
  partyId: string
  fields: readonly FieldOnCard[]
  /** Named in the toast, which for an account stands on its own page. */
  personName?: string
}) {
  const { t } = useTranslation('account')
  const tell = useUndoToast()
  const { mutate } = useCommand('field.setValue')
  return fields.map((field) => (
    <FieldRow
      key={field.id}
      rowId={field.valueId ?? field.id}
      field="value"
      label={field.unit === null ? field.name : `${field.name} (${field.unit})`}
    >
      <OwnField
        field={field}
        onWrite={(value) =>
          mutate(
            { partyId, fieldId: field.id, value },
            {
              onSuccess: () =>
                tell(
                  personName === undefined
                    ? t('toast.revised', { fields: field.name })
                    : t('toast.personRevised', { name: personName, fields: field.name }),
                ),
            },
          )
        }
      />
    </FieldRow>
  ))
}
