import { useTranslation } from 'react-i18next'
import { fieldsOfKind, type ImportField } from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import { useCall } from '../../api/use-call.ts'

export interface FieldChoice {
  field: ImportField
  label: string
}

/** The fields that a column of a file of the kind can go to, by name; companies have the firm's own behind them. */
export function useFieldChoices(kind: ImportKind): readonly FieldChoice[] {
  const { t } = useTranslation('import')
  const { data: own } = useCall('field.list', {}, { enabled: kind === 'parties' })
  return [
    ...fieldsOfKind(kind).map((field) => ({ field, label: t(`fields.${field}`) })),
    ...(kind === 'parties' ? (own ?? []) : [])
      .filter(({ owner }) => owner === 'account')
      .map(({ id, name }) => ({ field: `custom:${id}` as const, label: name })),
  ]
}
