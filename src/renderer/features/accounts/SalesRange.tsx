import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import type { Amount } from '#shared/domain/money.ts'
import { useFormat } from '../../components/format.tsx'
import { parseAmount } from '../../components/parse-amount.ts'
import styles from './Accounts.module.css'

type Bound = 'minimumNetSales' | 'maximumNetSales'

function BoundInput({
  bound,
  value,
  onChange,
}: {
  bound: Bound
  value: Amount | undefined
  onChange: (value: Amount | undefined) => void
}) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [text, setText] = useState(value === undefined ? '' : format.money(value))
  const [isRefused, setRefused] = useState(false)
  const commit = () => {
    const amount = text.trim() === '' ? undefined : parseAmount(text)
    setRefused(amount === null)
    if (amount !== null && amount !== value) onChange(amount)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    commit()
  }
  return (
    <form onSubmit={onSubmit}>
      <TextInput
        size="xs"
        label={t(`filter.${bound}`)}
        placeholder={t('filter.amountExample')}
        value={text}
        error={isRefused ? t('filter.notAmount') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
      />
    </form>
  )
}

/** Net sales of the window between two amounts, either left open. */
export function SalesRange({
  filter,
  onChange,
}: {
  filter: AccountFilter
  onChange: (change: Partial<Record<Bound, Amount | undefined>>) => void
}) {
  return (
    <div className={styles.range}>
      {(['minimumNetSales', 'maximumNetSales'] as const).map((bound) => (
        <BoundInput
          key={bound}
          bound={bound}
          value={filter[bound]}
          onChange={(value) => onChange({ [bound]: value })}
        />
      ))}
    </div>
  )
}
