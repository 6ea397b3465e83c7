import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../components/Chip.tsx'

export const LINE_KINDS = ['all', 'sales', 'returns'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export interface LineFilter {
  /** 'all', 'window', or a month as YYYY-MM. */
  period: string
  /** Undefined: every category; null: lines without one. */
  categoryId: string | null | undefined
  kind: LineKind
}

export interface LineFiltersProps {
  filter: LineFilter
  months: readonly string[]
  categories: readonly { id: string | null; name: string }[]
  onChange: (filter: LineFilter) => void
}

/** Narrows the order lines by time, category, and sale or return. */
export function LineFilters({ filter, months, categories, onChange }: LineFiltersProps) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const isMonth = filter.period !== 'all' && filter.period !== 'window'
  const category = categories.find(({ id }) => id === filter.categoryId)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Chip
            name={t('trade.period')}
            value={isMonth ? filter.period : t(filter.period === 'window' ? 'trade.window' : 'trade.always')}
            isActive={filter.period !== 'all'}
            {...(filter.period === 'all' ? {} : { onRemove: () => onChange({ ...filter, period: 'all' }) })}
          />
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          <Menu.Item onClick={() => onChange({ ...filter, period: 'all' })}>{t('trade.always')}</Menu.Item>
          <Menu.Item onClick={() => onChange({ ...filter, period: 'window' })}>{t('trade.window')}</Menu.Item>
          <Menu.Divider />
          {months.map((month) => (
            <Menu.Item key={month} onClick={() => onChange({ ...filter, period: month })}>
              {month}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Chip
            name={t('trade.category')}
            value={
              filter.categoryId === undefined ? tCommon('all') : (category?.name ?? t('sales.noCategory'))
            }
            isActive={filter.categoryId !== undefined}
            {...(filter.categoryId === undefined
              ? {}
              : { onRemove: () => onChange({ ...filter, categoryId: undefined }) })}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChange({ ...filter, categoryId: undefined })}>
            {tCommon('all')}
          </Menu.Item>
          <Menu.Divider />
          {categories.map(({ id, name }) => (
            <Menu.Item key={id ?? 'none'} onClick={() => onChange({ ...filter, categoryId: id })}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Chip
            name={t('trade.kind')}
            value={t(`trade.kindName.${filter.kind}`)}
            isActive={filter.kind !== 'all'}
            {...(filter.kind === 'all' ? {} : { onRemove: () => onChange({ ...filter, kind: 'all' }) })}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {LINE_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => onChange({ ...filter, kind })}>
              {t(`trade.kindName.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
