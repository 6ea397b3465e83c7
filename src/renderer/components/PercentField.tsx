import { useState } from 'react'
import { CommitField, type CommitFieldProps } from './CommitField.tsx'
import { useFormat } from './format.tsx'

export interface PercentFieldProps extends Omit<CommitFieldProps, 'value' | 'onCommit' | 'error'> {
  value: number | null
  /** Shown in grey where nothing of its own is written. */
  fallback?: number
  /** Said where the text is no number from 0 to 100. */
  refusal: string
  onCommit: (percent: number | null) => void
}

/** A percentage from 0 to 100; blank means unknown, or the fallback. */
export function PercentField({ value, fallback, refusal, onCommit, ...input }: PercentFieldProps) {
  const format = useFormat()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <CommitField
      placeholder={fallback === undefined ? format.missing : format.percent(fallback, 0)}
      {...input}
      value={refused ?? (value === null ? '' : format.percent(value, Number.isInteger(value) ? 0 : 1))}
      error={refused === null ? undefined : refusal}
      onCommit={(text) => {
        const written = text.replace('%', '').trim()
        const percent = written === '' ? null : Number(written)
        const isPercent = percent === null || (percent >= 0 && percent <= 100)
        setRefused(isPercent ? null : text)
        if (isPercent && percent !== value) onCommit(percent)
      }}
    />
  )
}
