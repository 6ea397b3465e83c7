import { Checkbox, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Accounts.module.css'

export interface Choice<Value extends string> {
  value: Value
  label: string
  /** Drawn before the label. */
  mark?: ReactNode
}

const SEARCH_FROM = 9

/** Several of a list, with a search above long ones. */
export function Choices<Value extends string>({
  choices,
  chosen,
  onToggle,
}: {
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  onToggle: (value: Value) => void
}) {
  const { t } = useTranslation('accounts')
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(wanted))
  if (choices.length === 0) return <span className="ms-dimmed">{t('filter.noValues')}</span>
  return (
    <>
      {choices.length >= SEARCH_FROM && (
        <TextInput
          size="xs"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={styles.choices}>
        {shown.map(({ value, label, mark }) => (
          <Checkbox
            key={value}
            className={styles.check ?? ''}
            checked={chosen.includes(value)}
            label={
              <span className={styles.checkLabel}>
                {mark}
                {label}
              </span>
            }
            onChange={() => onToggle(value)}
          />
        ))}
      </div>
    </>
  )
}

/** One of a few, chosen again to take it back. */
export function OneChoice<Value extends string>({
  choices,
  chosen,
  onChoose,
}: {
  choices: readonly Choice<Value>[]
  chosen: Value | undefined
  onChoose: (value: Value | undefined) => void
}) {
  return (
    <div className={styles.choices}>
      {choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? undefined : value)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
