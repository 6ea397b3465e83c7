import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AccountOpportunities } from './AccountOpportunities.tsx'
import { CategoryPanel } from './CategoryPanel.tsx'
import styles from './Share.module.css'
import { ShareBars } from './ShareBars.tsx'
import { useWalletEdits } from './use-wallet-edits.ts'

/** Whose share of this customer's purchases it is, why our sales changed, and what is open there. */
export function ShareTab({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('wallet')
  const accountId = detail.row.id
  const { data, error } = useCall('wallet.account', { accountId }, { keepPrevious: true })
  const { data: all = [] } = useCall('product.listCategories', {})
  const edits = useWalletEdits(accountId)
  const [chosen, setChosen] = useState<string | null>(null)
  const firstId = data?.categories[0]?.categoryId
  // An edit may put another category first; the one being edited stays open.
  useEffect(() => {
    if (firstId !== undefined) setChosen((before) => before ?? firstId)
  }, [firstId])
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const shown = data.categories.find(({ categoryId }) => categoryId === chosen) ?? null
  // A category without sales or spend is chosen to record its first figure.
  const added = shown ? undefined : all.find(({ id }) => id === chosen)
  const category = shown ?? (added ? null : (data.categories[0] ?? null))
  const place = category
    ? { id: category.categoryId, name: category.category }
    : added && { id: added.id, name: added.name }
  return (
    <div className={styles.view}>
      <ShareBars
        wallet={data}
        chosenId={place?.id ?? null}
        others={all.filter(({ id }) => !data.categories.some(({ categoryId }) => categoryId === id))}
        onChoose={setChosen}
      />
      {place && (
        <CategoryPanel
          key={place.id}
          accountId={accountId}
          categoryId={place.id}
          name={place.name}
          category={category}
          asOf={data.asOf}
          edits={edits}
        />
      )}
      <AccountOpportunities accountId={accountId} />
      <p className={styles.more}>
        <Link to="/analysis" search={{ tab: 'share', account: accountId }}>
          {t('account.map')}
        </Link>
      </p>
    </div>
  )
}
