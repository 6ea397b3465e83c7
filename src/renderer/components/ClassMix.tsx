import { useTranslation } from 'react-i18next'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import styles from './ClassMix.module.css'

/** How the accounts of a workspace spread over the classes, best at the left. */
export function ClassMix({ counts }: { counts: Partial<Record<ValueClass, number>> }) {
  const { t } = useTranslation('common')
  const parts = VALUE_CLASSES.map((valueClass) => ({ valueClass, count: counts[valueClass] ?? 0 })).filter(
    ({ count }) => count > 0,
  )
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const label = parts.map(({ valueClass, count }) => `${t(`valueClass.${valueClass}`)} ${count}`).join(', ')
  return (
    <span className={styles.mix} role="img" aria-label={label} title={label}>
      {parts.map(({ valueClass, count }) => (
        <span key={valueClass} data-class={valueClass} style={{ flexGrow: Math.max(count, total * 0.03) }} />
      ))}
    </span>
  )
}
