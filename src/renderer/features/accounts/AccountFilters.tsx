import { Menu, Popover, TextInput } from '@mantine/core'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import { fieldKeyOf } from '#shared/domain/custom-field.ts'
import { AddChip, Chip } from '../../components/Chip.tsx'
import styles from './Accounts.module.css'
import { FILTER_KEYS, type FilterKey, isFilterActive, withoutFilter } from './account-filters.ts'
import { FilterEditor } from './FilterEditor.tsx'
import { useAccountFields, useColumnNames } from './use-account-fields.ts'
import { useFilterText } from './use-filter-text.ts'

const TYPING_MS = 150

export interface AccountFiltersProps {
  filter: AccountFilter
  onChange: (filter: AccountFilter) => void
  /** The text field, for the shortcut that goes there. */
  textRef: Ref<HTMLInputElement>
}

/** Narrows by name, number or pinyin while it is typed; waits while a text is being composed. */
function TextFilter({ filter, onChange, textRef }: AccountFiltersProps) {
  const { t } = useTranslation('accounts')
  const given = filter.text ?? ''
  const [text, setText] = useState(given)
  const [isComposing, setComposing] = useState(false)
  const sent = useRef(given)

  useEffect(() => {
    if (given === sent.current) return
    sent.current = given
    setText(given)
  }, [given])

  useEffect(() => {
    if (isComposing || text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onChange(text.trim() === '' ? withoutFilter(filter, 'text') : { ...filter, text })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, isComposing, filter, onChange])

  return (
    <TextInput
      ref={textRef}
      className={styles.text}
      size="xs"
      type="search"
      aria-label={t('filter.text')}
      placeholder={t('filter.text')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}

/** The chips above the grid: what narrows it, each with its editor, and the way to add another. */
export function AccountFilters({ filter, onChange, textRef }: AccountFiltersProps) {
  const { t: tCommon } = useTranslation('common')
  const textOf = useFilterText()
  const [opened, setOpened] = useState<FilterKey | null>(null)
  const { fields = [] } = useAccountFields()
  const { filterName } = useColumnNames()
  const known: readonly FilterKey[] = [...FILTER_KEYS, ...fields.map(({ id }) => fieldKeyOf(id))]
  const shown = known.filter((key) => key === opened || isFilterActive(filter, key))
  const rest = known.filter((key) => !shown.includes(key))

  return (
    <>
      <TextFilter filter={filter} onChange={onChange} textRef={textRef} />
      {shown.map((key) => {
        const isActive = isFilterActive(filter, key)
        return (
          <Popover
            key={key}
            opened={opened === key}
            onChange={(isOpen) => setOpened(isOpen ? key : null)}
            position="bottom-start"
            trapFocus
            returnFocus
          >
            <Popover.Target>
              <Chip
                name={filterName(key)}
                value={isActive ? textOf(filter, key) : tCommon('all')}
                isActive={isActive}
                aria-haspopup="dialog"
                aria-expanded={opened === key}
                onClick={() => setOpened(opened === key ? null : key)}
                {...(isActive ? { onRemove: () => onChange(withoutFilter(filter, key)) } : {})}
              />
            </Popover.Target>
            <Popover.Dropdown p="xs" aria-label={filterName(key)}>
              <div className={styles.popover}>
                <FilterEditor filterKey={key} filter={filter} onChange={onChange} />
              </div>
            </Popover.Dropdown>
          </Popover>
        )
      })}
      {rest.length > 0 && (
        <Menu>
          <Menu.Target>
            <AddChip>{tCommon('filter')}</AddChip>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {rest.map((key) => (
              <Menu.Item key={key} onClick={() => setOpened(key)}>
                {filterName(key)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
