import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/domain/calendar.ts'
import { CommitField, type CommitFieldProps } from '../../components/CommitField.tsx'
import { parseDay } from '../../components/parse-day.ts'

/** A day typed as text; blank means unknown, what is no day says so and is not written. */
export function DayField({
  value,
  onCommit,
  ...input
}: Omit<CommitFieldProps, 'value' | 'onCommit'> & {
  value: Day | null
  onCommit: (day: Day | null) => void
}) {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <CommitField
      {...input}
      value={refused ?? value ?? ''}
      error={refused === null ? undefined : t('refused.day')}
      onCommit={(text) => {
        const day = text === '' ? null : parseDay(text)
        const isDay = text === '' || day !== null
        setRefused(isDay ? null : text)
        if (isDay && day !== value) onCommit(day)
      }}
    />
  )
}
