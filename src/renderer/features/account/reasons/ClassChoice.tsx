import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import styles from './Reasons.module.css'

export interface ClassChoiceProps {
  classes: readonly ValueClass[]
  value: ValueClass | null
  /** Why the choice can't stand. */
  refusal?: ReactNode
  onChoose: (valueClass: ValueClass) => void
}

/** One class out of those an account may be given. */
export function ClassChoice({ classes, value, refusal, onChoose }: ClassChoiceProps) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const group = useId()
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('override.class')}</legend>
      <div className={styles.choices}>
        {classes.map((valueClass) => (
          <label key={valueClass} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={value === valueClass}
              onChange={() => onChoose(valueClass)}
            />
            <span aria-hidden>
              <ClassLetter valueClass={valueClass} />
            </span>
            {tCommon(`valueClass.${valueClass}`)}
          </label>
        ))}
      </div>
      {refusal && (
        <p role="alert" className={styles.refused}>
          {refusal}
        </p>
      )}
    </fieldset>
  )
}
