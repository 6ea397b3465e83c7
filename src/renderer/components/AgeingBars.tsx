import { useTranslation } from 'react-i18next'
import type { AgeingRow } from '#shared/contract/invoice.ts'
import styles from './AgeingBars.module.css'
import { useFormat } from './format.tsx'

/** What is open by days beyond terms: one bar a bucket, the oldest in the alert colour. */
export function AgeingBars({ rows }: { rows: readonly AgeingRow[] }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const largest = Math.max(1, ...rows.map(({ amount }) => amount))
  return (
    <table className={styles.table} aria-label={t('ageing.label')}>
      <tbody>
        {rows.map(({ bucket, amount, sharePercent }) => (
          <tr key={bucket}>
            <th scope="row">{t(`ageing.bucket.${bucket}`)}</th>
            <td className={styles.track}>
              <span
                className={styles.bar}
                data-bucket={bucket}
                style={{ width: amount > 0 ? `max(2px, ${(100 * amount) / largest}%)` : 0 }}
              />
            </td>
            <td className={styles.end} title={format.moneyFull(amount)}>
              {format.money(amount)}
            </td>
            <td className={`${styles.end} ms-dimmed`}>{format.percent(sharePercent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
