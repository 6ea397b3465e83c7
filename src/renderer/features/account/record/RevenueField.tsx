import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyFields } from '#shared/contract/account.ts'
import { currencyCode } from '#shared/domain/money.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { useFormat } from '../../../components/format.tsx'
import { parseAmount } from '../../../components/parse-amount.ts'
import type { Write } from './CompanyField.tsx'
import styles from './Record.module.css'

type Revenue = NonNullable<CompanyFields['revenue']>

/** Amount, currency and year, written together: a revenue without its year says nothing. */
export function RevenueField({
  revenue,
  label,
  onWrite,
}: {
  revenue: Revenue | null
  label: string
  onWrite: Write
}) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const [draft, setDraft] = useState({
    currency: format.currency ?? 'CNY',
    year: new Date().getFullYear() - 1,
  })
  const [error, setError] = useState<string | null>(null)
  const { currency, year } = revenue ?? draft
  useEffect(() => {
    if (revenue) setDraft({ currency: revenue.currency, year: revenue.year })
  }, [revenue])

  const write = (part: Partial<Revenue>) => {
    setError(null)
    const next = { ...draft, ...(revenue ?? {}), ...part }
    setDraft({ currency: next.currency, year: next.year })
    if (next.amount !== undefined)
      onWrite({ revenue: { amount: next.amount, currency: next.currency, year: next.year } })
  }
  return (
    <>
      <div className={styles.revenue}>
        <CommitField
          aria-label={label}
          placeholder={format.missing}
          value={revenue ? format.money(revenue.amount, revenue.currency) : ''}
          error={error !== null}
          onCommit={(text) => {
            if (text === '') return onWrite({ revenue: null })
            const amount = parseAmount(text)
            return amount === null ? setError(t('refused.amount')) : write({ amount })
          }}
        />
        <CommitField
          aria-label={t('data.revenueCurrency')}
          value={currency}
          isRequired
          onCommit={(text) => {
            const code = currencyCode.safeParse(text.toUpperCase())
            return code.success ? write({ currency: code.data }) : setError(t('refused.currency'))
          }}
        />
        <CommitField
          aria-label={t('data.revenueYear')}
          value={String(year)}
          isRequired
          onCommit={(text) =>
            /^(19|20)\d{2}$/.test(text) ? write({ year: Number(text) }) : setError(t('refused.year'))
          }
        />
      </div>
      {error && (
        <div role="alert" style={{ color: 'var(--ms-red)' }}>
          {error}
        </div>
      )}
    </>
  )
}
