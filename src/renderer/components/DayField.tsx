import { useState } from 'react'
import type { Day } from '#shared/domain/calendar.ts'
import { CommitField, type CommitFieldProps } from './CommitField.tsx'
import { useFormat } from './format.tsx'
import { parseDay } from './parse-day.ts'

export interface DayFieldProps extends Omit<CommitFieldProps, 'value' | 'onCommit' | 'error'> {
  value: Day | null
  /** Said where the text is no day of the calendar. */
  refusal: string
  onCommit: (day: Day | null) => void
}

/** A day typed as text; blank means unknown, what is no day says so and is not written. */
export function DayField({ value, refusal, onCommit, ...input }: DayFieldProps) {
  const format = useFormat()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <CommitField
      placeholder={format.missing}
      {...input}
      value={refused ?? value ?? ''}
      error={refused === null ? undefined : refusal}
      onCommit={(text) => {
        const day = text === '' ? null : parseDay(text)
        const isDay = text === '' || day !== null
        setRefused(isDay ? null : text)
        if (isDay && day !== value) onCommit(day)
      }}
    />
  )
}
