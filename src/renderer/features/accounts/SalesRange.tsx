import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import type { Amount } from '#shared/domain/money.ts'
import { useFormat } from '../../components/format.tsx'
import { parseAmount } from '../../components/parse-amount.ts'
import styles from './Accounts.module.css'
import { FilterInput } from './FilterInput.tsx'

const BOUNDS = { minimumNetSales: 'from', maximumNetSales: 'to' } as const
type Bound = keyof typeof BOUNDS

/** Net sales of the window between two amounts, either left open. */
export function SalesRange({
  filter,
  onChange,
}: {
  filter: AccountFilter
  onChange: (change: Partial<Record<Bound, Amount | undefined>>) => void
}) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  return (
    <div className={styles.range}>
      {(['minimumNetSales', 'maximumNetSales'] as const).map((bound) => (
        <FilterInput
          key={bound}
          label={t(`filter.${BOUNDS[bound]}`)}
          placeholder={t('filter.amountExample')}
          value={filter[bound]}
          text={filter[bound] === undefined ? '' : format.money(filter[bound])}
          read={parseAmount}
          refusal={t('filter.notAmount')}
          onChange={(value) => onChange({ [bound]: value })}
        />
      ))}
    </div>
  )
}
