import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import { useFormat } from '../../components/format.tsx'
import type { FilterKey } from './account-filters.ts'

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
        case 'netSales': {
          const { minimumNetSales: from, maximumNetSales: to } = filter
          if (from !== undefined && to !== undefined) {
            return t('filter.between', { from: format.money(from), to: format.money(to) })
          }
          return from === undefined ? `≤ ${format.money(to)}` : `≥ ${format.money(from)}`
        }
        default:
          return list(filter[key] ?? [])
      }
    },
    [t, tCommon, format],
  )
}
