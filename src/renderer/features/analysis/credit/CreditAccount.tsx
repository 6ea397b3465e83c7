import { Link } from '@tanstack/react-router'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import styles from './CreditView.module.css'

/** Class and name of an account; the name opens its credit tab. */
export function CreditAccount({
  accountId,
  name,
  valueClass,
}: {
  accountId: string
  name: string
  valueClass: ValueClass | null
}) {
  return (
    <span className={styles.account}>
      <ClassLetter valueClass={valueClass} />
      <Link
        to="/accounts/$accountId"
        params={{ accountId }}
        search={{ tab: 'credit' }}
        className={styles.name ?? ''}
        title={name}
      >
        {name}
      </Link>
    </span>
  )
}
