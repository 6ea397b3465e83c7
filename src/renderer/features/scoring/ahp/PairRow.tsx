import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Ahp.module.css'
import { STEPS, stepOf } from './pairs.ts'

export interface PairRowProps {
  one: string
  other: string
  cell: number | null
  onJudge: (step: number) => void
}

type Scale = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
const SCALE: readonly Scale[] = [2, 3, 4, 5, 6, 7, 8, 9]

/** Two criteria and the seventeen steps between them, as radio buttons: arrow keys move the judgement. */
export function PairRow({ one, other, cell, onJudge }: PairRowProps) {
  const { t } = useTranslation('model')
  const group = useId()
  const chosen = stepOf(cell)
  const words = (step: number) => {
    const scale = SCALE.find((times) => times === Math.abs(step) + 1)
    return scale === undefined
      ? t('ahp.equal')
      : t('ahp.more', { name: step < 0 ? one : other, degree: t(`ahp.degree.${scale}`), scale })
  }
  return (
    <fieldset className={styles.pair}>
      <legend className={styles.legend}>{t('ahp.pair', { one, other })}</legend>
      <span className={styles.one} data-chosen={(chosen ?? 0) < 0 || undefined}>
        {one}
      </span>
      <span className={styles.steps}>
        {STEPS.map((step) => (
          <input
            key={step}
            type="radio"
            name={group}
            className={styles.step}
            data-odd={step % 2 === 0 || undefined}
            aria-label={words(step)}
            title={words(step)}
            checked={chosen === step}
            onChange={() => onJudge(step)}
          />
        ))}
      </span>
      <span className={styles.other} data-chosen={(chosen ?? 0) > 0 || undefined}>
        {other}
      </span>
      <span className={styles.words}>{chosen === null ? t('ahp.none') : words(chosen)}</span>
    </fieldset>
  )
}
