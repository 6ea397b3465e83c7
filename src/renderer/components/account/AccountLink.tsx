import { Link } from '@tanstack/react-router'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../ClassLetter.tsx'
import styles from './AccountLink.module.css'

export interface AccountLinkProps {
  id: string
  name: string
  /** Its letter stands before the name; left out where a column of its own shows the class. */
  valueClass?: ValueClass | null
  /** The part of the account's page that says more of what is read here. */
  tab: 'reasons' | 'share'
}

/** An account in a list, leading to its page; it looks like text until it is pointed at. */
export function AccountLink({ id, name, valueClass, tab }: AccountLinkProps) {
  const link = (
    <Link
      to="/accounts/$accountId"
      params={{ accountId: id }}
      search={{ tab }}
      className={styles.name}
      title={name}
    >
      {name}
    </Link>
  )
  if (valueClass === undefined) return link
  return (
    <span className={styles.account}>
      <ClassLetter valueClass={valueClass} />
      {link}
    </span>
  )
}
