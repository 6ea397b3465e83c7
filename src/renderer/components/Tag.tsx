import type { ReactNode } from 'react'
import type { IconComponent } from './actions/action.ts'
import styles from './Tag.module.css'

export interface TagProps {
  tone?: 'plain' | 'accent' | 'data' | 'red' | 'amber'
  icon?: IconComponent
  children: ReactNode
}

/** States a fact; red and amber are alerts and need their icon. */
export function Tag({ tone = 'plain', icon: Icon, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {Icon && <Icon size={14} stroke={1.6} />}
      {children}
    </span>
  )
}
