import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Accounts.module.css'

/** One of the values that occur, a new one, or none. */
export function ValuePicker({
  label,
  values,
  onPick,
}: {
  label: string
  values: readonly string[]
  onPick: (value: string | null) => void
}) {
  const { t } = useTranslation('accounts')
  const [text, setText] = useState('')
  const wanted = text.trim()
  const shown = values.filter((value) => value.toLowerCase().includes(wanted.toLowerCase()))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '') onPick(shown.length === 1 && shown[0] ? shown[0] : wanted)
  }
  return (
    <form onSubmit={onSubmit} className={styles.popover}>
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={t('bulk.typeValue')}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        {shown.map((value) => (
          <button key={value} type="button" className={styles.choice} onClick={() => onPick(value)}>
            {value}
          </button>
        ))}
        {wanted !== '' && !values.includes(wanted) && (
          <button type="submit" className={styles.choice}>
            {t('bulk.newValue', { value: wanted })}
          </button>
        )}
        {wanted === '' && (
          <button type="button" className={styles.choice} onClick={() => onPick(null)}>
            <span className="ms-dimmed">{t('bulk.noValue')}</span>
          </button>
        )}
      </div>
    </form>
  )
}
