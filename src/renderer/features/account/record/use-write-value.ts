import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { companyFields } from '#shared/contract/account.ts'
import { amount, currencyCode } from '#shared/domain/money.ts'
import { judgement, OPERATING_STATES } from '#shared/domain/party.ts'
import { useFormat } from '../../../components/format.tsx'

const post = z.object({ title: z.string().nullable(), department: z.string().nullable() })
const period = z.object({ startedOn: z.string().nullable(), endedOn: z.string().nullable() })
const customMoney = z.strictObject({ amount, currency: currencyCode })
const revenue = companyFields.shape.revenue.unwrap()

/** A recorded value in words: money, levels and dates as the screens write them, unknown as missing. */
export function useWriteValue(): (field: string, value: unknown) => string {
  const { t } = useTranslation('account')
  const format = useFormat()
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined) return format.missing
      const state = OPERATING_STATES.find((one) => field === 'operatingState' && one === value)
      if (state) return t(`state.${state}`)
      if (typeof value === 'number') return format.number(value, 2)
      if (typeof value !== 'object') return String(value)
      const money = revenue.safeParse(value)
      if (money.success) {
        return t('who.revenue', {
          amount: format.money(money.data.amount, money.data.currency),
          year: money.data.year,
        })
      }
      const sum = customMoney.safeParse(value)
      if (sum.success) return format.money(sum.data.amount, sum.data.currency)
      const judged = judgement.safeParse(value)
      if (judged.success) return `${t('level', { level: judged.data.level })} ${judged.data.evidence}`.trim()
      const held = post.safeParse(value)
      if (held.success) {
        const parts = [held.data.title, held.data.department].filter((part) => part !== null)
        return parts.length > 0 ? parts.join(' · ') : format.missing
      }
      const dates = period.safeParse(value)
      if (dates.success) {
        return `${dates.data.startedOn ?? format.missing} – ${dates.data.endedOn ?? t('people.present')}`
      }
      return JSON.stringify(value)
    },
    [t, format],
  )
}
