import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldOnCard } from '#shared/contract/field.ts'
import type { CustomValue } from '#shared/domain/custom-field.ts'
import { currencyCode } from '#shared/domain/money.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { useFormat } from '../../../components/format.tsx'
import { parseAmount } from '../../../components/parse-amount.ts'
import { readNumber } from '../../../components/read-number.ts'
import { DayField } from '../DayField.tsx'
import styles from './Record.module.css'

interface EditorProps {
  field: FieldOnCard
  onWrite: (value: CustomValue | null) => void
}

/** The editor that fits a custom field's kind; what is no such value stays with its reason and is not written. */
export function OwnField(props: EditorProps) {
  const { field, onWrite } = props
  const format = useFormat()
  const { name, kind, options, value } = field
  switch (kind) {
    case 'money':
      return <MoneyEditor {...props} />
    case 'number':
      return <NumberEditor {...props} />
    case 'date':
      return (
        <DayField
          aria-label={name}
          placeholder={format.missing}
          value={typeof value === 'string' ? value : null}
          onCommit={onWrite}
        />
      )
    case 'choice':
      return (
        <Select
          aria-label={name}
          placeholder={format.missing}
          clearable
          allowDeselect
          value={typeof value === 'string' ? value : null}
          data={options}
          onChange={onWrite}
        />
      )
    case 'text':
      return (
        <CommitField
          aria-label={name}
          placeholder={format.missing}
          value={typeof value === 'string' ? value : ''}
          onCommit={(text) => onWrite(text === '' ? null : text)}
        />
      )
  }
}

function NumberEditor({ field, onWrite }: EditorProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <CommitField
      aria-label={field.name}
      placeholder={format.missing}
      inputMode="decimal"
      value={refused ?? (typeof field.value === 'number' ? format.number(field.value, 4) : '')}
      error={refused === null ? undefined : t('refused.number')}
      onCommit={(text) => {
        const number = text === '' ? null : readNumber(text)
        setRefused(number === undefined ? text : null)
        if (number !== undefined) onWrite(number)
      }}
    />
  )
}

function MoneyEditor({ field, onWrite }: EditorProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const [refused, setRefused] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const value = typeof field.value === 'object' ? field.value : null
  const currency = value?.currency ?? chosen ?? format.currency ?? 'CNY'
  return (
    <div className={styles.money}>
      <CommitField
        aria-label={field.name}
        placeholder={format.missing}
        value={refused ?? (value ? format.money(value.amount, value.currency) : '')}
        error={refused === null ? undefined : t('refused.amount')}
        onCommit={(text) => {
          const amount = text === '' ? null : parseAmount(text)
          const isRefused = text !== '' && amount === null
          setRefused(isRefused ? text : null)
          if (!isRefused) onWrite(amount === null ? null : { amount, currency })
        }}
      />
      <CommitField
        aria-label={t('data.ownCurrency', { field: field.name })}
        value={currency}
        isRequired
        onCommit={(text) => {
          const code = currencyCode.safeParse(text.toUpperCase())
          if (!code.success) return
          setChosen(code.data)
          if (value) onWrite({ ...value, currency: code.data })
        }}
      />
    </div>
  )
}
