import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { addMonths } from '#shared/domain/calendar.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { useFormat } from '../../../components/format.tsx'
import { parseDay } from '../../../components/parse-day.ts'

const OFFERED_MONTHS = 6

interface OverrideValues {
  valueClass: ValueClass | null
  reason: string
  author: string
  expiresOn: string
}

/** What is entered of a class set by hand, beginning with the one in force; it needs a class, a reason and an end. */
export function useOverrideForm({ override, asOf }: AccountExplanation): UseFormReturnType<OverrideValues> {
  const { t } = useTranslation('account')
  const format = useFormat()
  return useForm<OverrideValues>({
    initialValues: {
      valueClass: override?.valueClass ?? null,
      reason: override?.reason ?? '',
      author: override?.author ?? '',
      expiresOn: override?.expiresOn ?? addMonths(asOf, OFFERED_MONTHS),
    },
    validate: {
      valueClass: (value) => (value === null ? t('override.refused.class') : null),
      reason: (value) => (value.trim() === '' ? t('override.refused.reason') : null),
      expiresOn: (value) => {
        const day = parseDay(value)
        if (day === null) return t('refused.day')
        return day <= asOf ? t('override.refused.expiry', { day: format.day(asOf) }) : null
      },
    },
  })
}
