import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#shared/contract/field.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { useCall } from '../../api/use-call.ts'
import type { FilterKey } from './account-filters.ts'
import type { ColumnKey } from './grid-view.ts'

export interface AccountFields {
  /** The custom fields of accounts in their order; undefined until they are known. */
  fields: readonly CustomField[] | undefined
  fieldOf: (fieldId: Id) => CustomField | undefined
}

export function useAccountFields(): AccountFields {
  const { data } = useCall('field.list', {})
  const fields = useMemo(() => data?.filter(({ owner }) => owner === 'account'), [data])
  const fieldOf = useCallback((fieldId: Id) => fields?.find(({ id }) => id === fieldId), [fields])
  return { fields, fieldOf }
}

/** Names of columns and filters: in the chosen language, or as the firm called its field. */
export function useColumnNames(): {
  columnName: (key: ColumnKey) => string
  filterName: (key: FilterKey) => string
} {
  const { t } = useTranslation('accounts')
  const { fieldOf } = useAccountFields()
  return {
    columnName: useCallback(
      (key) => (isFieldKey(key) ? (fieldOf(fieldIdOf(key))?.name ?? '') : t(`column.${key}`)),
      [t, fieldOf],
    ),
    filterName: useCallback(
      (key) => (isFieldKey(key) ? (fieldOf(fieldIdOf(key))?.name ?? '') : t(`filter.name.${key}`)),
      [t, fieldOf],
    ),
  }
}
