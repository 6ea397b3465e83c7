import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import styles from './Analysis.module.css'

/** Class and name of an account; the name opens what its figures are made of. */
export function AccountCell({
  name,
  valueClass,
  isReachable = false,
  onOpen,
}: {
  name: string
  valueClass: ValueClass | null
  /** False inside a grid, whose own keys open the row. */
  isReachable?: boolean
  onOpen: () => void
}) {
  return (
    <span className={styles.account}>
      <ClassLetter valueClass={valueClass} />
      <button
        type="button"
        className={styles.accountName}
        title={name}
        tabIndex={isReachable ? 0 : -1}
        onClick={onOpen}
      >
        {name}
      </button>
    </span>
  )
}
