import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import type { FieldFilter } from '#shared/contract/field-filter.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { useFormat } from '../../components/format.tsx'
import { type FilterKey, fieldFilterOf } from './account-filters.ts'

const SHOWN_VALUES = 3

/** What a chip says about its filter: its values in words, the first three and how many more. */
export function useFilterText(): (filter: AccountFilter, key: FilterKey) => string {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  return useCallback(
    (filter, key) => {
      const list = (values: readonly string[]) => {
        const shown = values.slice(0, SHOWN_VALUES).join(t('filter.comma'))
        const more = values.length - SHOWN_VALUES
        return more > 0 ? t('filter.more', { shown, count: more }) : shown
      }
      const between = <Value>(
        from: Value | undefined,
        to: Value | undefined,
        write: (value: Value) => string,
      ) => {
        if (from !== undefined && to !== undefined) {
          return t('filter.between', { from: write(from), to: write(to) })
        }
        return from !== undefined ? `≥ ${write(from)}` : to !== undefined ? `≤ ${write(to)}` : ''
      }
      const condition = (field: FieldFilter) => {
        switch (field.kind) {
          case 'text':
            return field.contains ? t('filter.contains', { text: field.contains }) : ''
          case 'choice':
            return list(field.options ?? [])
          case 'number':
            return between(field.from, field.to, (value) => format.number(value, 4))
          case 'money':
            return between(field.from, field.to, (value) => format.money(value))
          case 'date':
            return between(field.from, field.to, format.day)
        }
      }
      if (isFieldKey(key)) {
        const field = fieldFilterOf(filter, fieldIdOf(key))
        if (!field) return ''
        const wanted = condition(field)
        if (!field.orMissing) return wanted
        return wanted === '' ? t('filter.missing') : t('filter.wantedOrMissing', { wanted })
      }
      switch (key) {
        case 'valueClasses':
          return list((filter.valueClasses ?? []).map((value) => tCommon(`valueClass.${value}`)))
        case 'pyramid':
          return list((filter.pyramid ?? []).map((value) => tCommon(`pyramid.${value}`)))
        case 'rfmSegments':
          return list((filter.rfmSegments ?? []).map((value) => tCommon(`rfmSegment.${value}`)))
        case 'movement':
          return filter.movement ? tCommon(filter.movement) : ''
        case 'trading':
          return t(filter.trading ? 'filter.trading' : 'filter.notTrading')
        case 'overridden':
          return t(filter.overridden ? 'filter.overridden' : 'filter.notOverridden')
        case 'netSales':
          return between(filter.minimumNetSales, filter.maximumNetSales, (value) => format.money(value))
        default:
          return list(filter[key] ?? [])
      }
    },
    [t, tCommon, format],
  )
}
