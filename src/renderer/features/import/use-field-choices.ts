import { useTranslation } from 'react-i18next'
import { fieldsOfKind, type ImportField } from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'

export interface FieldChoice {
  field: ImportField
  label: string
}

/** The fields that a column of a file of the kind can go to, by name. */
export function useFieldChoices(kind: ImportKind): readonly FieldChoice[] {
  const { t } = useTranslation('import')
  return fieldsOfKind(kind).map((field) => ({ field, label: t(`fields.${field}`) }))
}
