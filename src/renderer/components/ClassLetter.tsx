import { IconArrowDown, IconArrowUp, IconUserEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import styles from './ClassLetter.module.css'

/** The letter of a class; the name is its accessible name. An account without a class shows a dash. */
export function ClassLetter({
  valueClass,
  size = 20,
}: {
  valueClass: ValueClass | null
  size?: 20 | 32 | 40
}) {
  const { t } = useTranslation('common')
  const name = valueClass ? t(`valueClass.${valueClass}`) : t('notClassified')
  const letter = valueClass ? t(`classLetter.${valueClass}`) : '–'
  return (
    <span
      className={styles.letter}
      data-long={letter.length > 1 || undefined}
      data-class={valueClass ?? 'none'}
      data-size={size}
      role="img"
      aria-label={name}
      title={name}
    >
      {letter}
    </span>
  )
}

const RANKS: readonly ValueClass[] = [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES]

/** 1 up, -1 down, 0 where there is no comparable class before. */
export function classMovement(now: ValueClass | null, before: ValueClass | null): -1 | 0 | 1 {
  if (!now || !before || now === before) return 0
  return RANKS.indexOf(now) < RANKS.indexOf(before) ? 1 : -1
}

/** The arrow beside a class letter, with both classes in words. */
export function Movement({ now, before }: { now: ValueClass | null; before: ValueClass | null }) {
  const { t } = useTranslation('common')
  const movement = classMovement(now, before)
  if (movement === 0 || !now || !before) return null
  const Icon = movement > 0 ? IconArrowUp : IconArrowDown
  const label = t(movement > 0 ? 'movedUp' : 'movedDown', {
    from: t(`valueClass.${before}`),
    to: t(`valueClass.${now}`),
  })
  return (
    <span className={styles.movement} role="img" aria-label={label} title={label}>
      <Icon size={14} stroke={1.6} aria-hidden />
    </span>
  )
}

/** Says that somebody set the class by hand, and what it would be. */
export function OverrideMark({ computed }: { computed: ValueClass | null }) {
  const { t } = useTranslation('common')
  const label = t('overridden', { class: computed ? t(`valueClass.${computed}`) : t('notClassified') })
  return (
    <span className={styles.movement} role="img" aria-label={label} title={label}>
      <IconUserEdit size={14} stroke={1.6} aria-hidden />
    </span>
  )
}
