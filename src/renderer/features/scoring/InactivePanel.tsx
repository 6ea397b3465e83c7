import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/Panel.tsx'
import { useCriteria } from '../../components/use-criteria.ts'
import type { CriterionStatus } from './class-rules.ts'
import styles from './Scoring.module.css'

/** What an order file brings; other records do not come by this way. */
const FROM_ORDER_FILE: readonly CriterionStatus['needs'][] = ['orders', 'cost', 'two-years']

/** Criteria that carry no weight, each with what would give it one. */
export function InactivePanel({ criteria }: { criteria: readonly CriterionStatus[] }) {
  const { t } = useTranslation('scoring')
  const { nameOf } = useCriteria()
  const inactive = criteria.filter(({ isActive }) => !isActive)
  if (inactive.length === 0) return null
  return (
    <Panel title={t('inactive.title', { count: inactive.length })} note={t('inactive.note')}>
      <ul className={styles.inactive}>
        {inactive.map(({ key, needs }) => (
          <li key={key} className={styles.inactiveItem}>
            <b>{nameOf(key)}</b>
            <span className={styles.need}>
              {needs === null ? t('inactive.available') : t(`needs.${needs}`)}
            </span>
            {FROM_ORDER_FILE.includes(needs) && <Link to="/import">{t('inactive.import')}</Link>}
            {needs === 'judgements' && <Link to="/accounts">{t('inactive.accounts')}</Link>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
