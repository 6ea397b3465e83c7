import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import styles from './Scoring.module.css'

export interface ModelHeadlineProps {
  model: ScoringModel
  criteria: OutputOf<'model.current'>['criteria']
}

/** The model in force in one sentence. */
export function ModelHeadline({ model, criteria }: ModelHeadlineProps) {
  const { t } = useTranslation('scoring')
  const inactive = criteria.filter(({ isActive }) => !isActive).length
  const values = { version: model.version, count: model.criteria.length }
  return (
    <div className={styles.headline}>
      <h2 className={styles.sentence}>
        {inactive > 0 ? t('headline.some', { ...values, inactive }) : t('headline.all', values)}
      </h2>
      <div className="ms-dimmed">{t('headline.note')}</div>
    </div>
  )
}
