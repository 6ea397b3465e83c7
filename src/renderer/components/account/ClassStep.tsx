import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../ClassLetter.tsx'
import styles from './ClassStep.module.css'

export interface ClassStepProps {
  from: ValueClass | null
  to: ValueClass | null
}

/** The class an account leaves and the one it comes to. */
export function ClassStep({ from, to }: ClassStepProps) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.step}>
      <ClassLetter valueClass={from} />
      <IconArrowRight size={14} stroke={1.6} aria-label={t('becomes')} />
      <ClassLetter valueClass={to} />
    </span>
  )
}
