import { IconPlus, IconX } from '@tabler/icons-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Chip.module.css'

export interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'name' | 'value'> {
  /** Grey key, such as 等级. */
  name: string
  value: ReactNode
  /** Narrows what is shown; drawn in pine. */
  isActive?: boolean
  /** Adds × that takes the filter away. */
  onRemove?: () => void
}

/** A filter: its key and value open what changes it, × removes it. Works as a Menu or Popover target. */
export function Chip({ name, value, isActive = false, onRemove, ...button }: ChipProps) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.chip} data-active={isActive || undefined}>
      <button type="button" {...button} className={styles.act}>
        <span className={styles.key}>{name}</span> {value}
      </button>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('removeFilter', { name })}
          onClick={onRemove}
        >
          <IconX size={14} stroke={1.6} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** The dashed "+ 筛选" at the end of the chips. */
export function AddChip({ children, ...button }: ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" {...button} className={styles.add}>
      <IconPlus size={14} stroke={1.6} aria-hidden />
      {children}
    </button>
  )
}
