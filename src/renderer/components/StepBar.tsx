import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './StepBar.module.css'

export interface Step {
  key: string
  label: string
  state: 'done' | 'current' | 'ahead'
  /** Given for steps the user may go back to. */
  onSelect?: () => void
}

/** Steps of a wizard, for the filters slot of its page. */
export function StepBar({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t } = useTranslation('common')
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {index > 0 && <IconChevronRight size={14} stroke={1.6} aria-hidden className={styles.chevron} />}
          <span className={styles.mark}>
            {step.state === 'done' ? (
              <IconCheck size={14} stroke={1.6} aria-label={t('stepDone')} />
            ) : (
              index + 1
            )}
          </span>
          {step.onSelect ? (
            <button type="button" className={styles.act} onClick={step.onSelect}>
              {step.label}
            </button>
          ) : (
            <span>{step.label}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
