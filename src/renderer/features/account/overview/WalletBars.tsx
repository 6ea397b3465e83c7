import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountWallet } from '#shared/contract/wallet.ts'
import styles from '../Account.module.css'
import { ShareLine } from '../share/ShareLine.tsx'

const SHOWN_CATEGORIES = 4
const SHOWN_WHEN_TALL = 6

/** Our share of what it buys by category, against the competitor, with the open amount. */
export function WalletBars({ wallet, id }: { wallet: AccountWallet; id: string }) {
  const { t } = useTranslation('wallet')
  return (
    <div className={styles.categories}>
      <div className={styles.categoryLine}>
        <span className="ms-dimmed">{t('account.byCategory')}</span>
        <span className="ms-dimmed">{t('account.openAmount')}</span>
      </div>
      <div className={styles.categoryList}>
        {wallet.categories.slice(0, SHOWN_WHEN_TALL).map((category, index) => (
          <Link
            key={category.categoryId}
            to="/accounts/$accountId"
            params={{ accountId: id }}
            search={{ tab: 'share' }}
            className={[styles.category, styles.linkQuiet, index >= SHOWN_CATEGORIES ? styles.tall : ''].join(
              ' ',
            )}
          >
            <ShareLine category={category} />
          </Link>
        ))}
      </div>
    </div>
  )
}
