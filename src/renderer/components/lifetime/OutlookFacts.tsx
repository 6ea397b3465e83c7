import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import { useFormat } from '../format.tsx'
import { Missing } from '../Missing.tsx'
import styles from './Lifetime.module.css'
import { useChanceText } from './use-chance-text.ts'

/** What the model of the whole customer base says of one account in the coming quarter, or why it says nothing. */
export function OutlookFacts({ outlook }: { outlook: LifetimeAccount['outlook'] }) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const chance = useChanceText()
  if (outlook.kind === 'never-ordered') return <p className="ms-dimmed">{t('outlook.neverOrdered')}</p>
  if (outlook.kind === 'not-estimable') {
    return <p className="ms-dimmed">{t('outlook.notEstimable', { why: t(`obstacle.${outlook.reason}`) })}</p>
  }
  const {
    horizonWeeks: weeks,
    noOrderPercent,
    expectedOrders,
    alivePercent,
    orderDays,
    isDegenerate,
  } = outlook
  const facts = [
    { key: 'noOrder', value: chance(noOrderPercent) },
    { key: 'expectedOrders', value: format.decimal(expectedOrders, 1) },
    { key: 'alive', value: alivePercent === null ? <Missing /> : format.percent(alivePercent) },
  ] as const
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(({ key, value }) => (
          <div key={key} className={styles.fact}>
            <dt>{t(`outlook.${key}`, { weeks })}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {alivePercent === null && (
        <p className={styles.remark}>
          {t(isDegenerate ? 'outlook.degenerate' : 'outlook.once', { count: orderDays })}
        </p>
      )}
    </>
  )
}
