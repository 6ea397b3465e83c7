import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeLabel } from '#shared/contract/history.ts'

/** Name of a register or contract field in the user's language; the field itself where none is known. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation('changes')
  return useCallback(
    (field) => (i18n.exists(`changes:field.${field}`) ? t(`field.${field as 'name'}`) : field),
    [t, i18n],
  )
}

/** Undo and redo carry the label of what they act on; this is that one. */
export function originalLabel(label: ChangeLabel): ChangeLabel {
  const isStep = label.key === 'history.undo' || label.key === 'history.redo'
  return isStep ? { key: String(label.values.label), values: label.values } : label
}

/** A change's label in the user's language, such as 修改 12 个客户：客户经理. */
export function useChangeText(): (label: ChangeLabel) => string {
  const { t, i18n } = useTranslation('changes')
  const fieldName = useFieldName()

  return useCallback(
    (label) => {
      const write = ({ key, values }: ChangeLabel): string => {
        if (key === 'history.undo' || key === 'history.redo') {
          return t(key, { what: write(originalLabel({ key, values })) })
        }
        const named = `${key}Named`
        const isNamed = values.count === 1 && i18n.exists(`changes:${named}`, values)
        const chosen = isNamed ? named : key
        if (!i18n.exists(`changes:${chosen}`, values)) return t('unknown', { key })
        const what = t(chosen as 'account.create', { ...values, name: String(values.name ?? '') })
        if (typeof values.fields !== 'string' || values.fields === '') return what
        const fields = values.fields.split(', ').map(fieldName).join(t('listSeparator'))
        return t('withFields', { what, fields })
      }
      return write(label)
    },
    [t, i18n, fieldName],
  )
}
