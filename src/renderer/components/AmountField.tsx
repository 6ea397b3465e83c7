import { useState } from 'react'
import type { Amount } from '#shared/domain/money.ts'
import { CommitField, type CommitFieldProps } from './CommitField.tsx'
import { useFormat } from './format.tsx'
import { parseAmount } from './parse-amount.ts'

export interface AmountFieldProps extends Omit<CommitFieldProps, 'value' | 'onCommit' | 'error'> {
  value: Amount | null
  /** The workspace's when left out. */
  currency?: string | undefined
  /** Said where the text is no amount, or below nothing. */
  refusal: string
  onCommit: (amount: Amount | null) => void
}

/** An amount typed as people write it; blank means unknown. What is no amount says so and is not written. */
export function AmountField({ value, currency, refusal, onCommit, ...input }: AmountFieldProps) {
  const format = useFormat()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <CommitField
      placeholder={format.missing}
      {...input}
      value={refused ?? (value === null ? '' : format.money(value, currency))}
      error={refused === null ? undefined : refusal}
      onCommit={(text) => {
        const amount = text === '' ? null : parseAmount(text)
        const isAmount = text === '' || (amount !== null && amount >= 0)
        setRefused(isAmount ? null : text)
        if (isAmount && amount !== value) onCommit(amount)
      }}
    />
  )
}
