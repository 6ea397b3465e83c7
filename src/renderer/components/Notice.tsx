import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { IconComponent } from './actions/action.ts'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** Red and amber are alerts; 'accent' is something to act on; 'plain' a remark. */
  tone: 'red' | 'amber' | 'accent' | 'plain'
  icon?: IconComponent
  title?: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status' | 'note'
  children?: ReactNode
}

const ICONS: Record<NoticeProps['tone'], IconComponent> = {
  red: IconAlertCircle,
  amber: IconAlertTriangle,
  accent: IconInfoCircle,
  plain: IconInfoCircle,
}

/** A tinted block with its icon: alerts never by colour alone. */
export function Notice({ tone, icon, title, action, role = 'note', children }: NoticeProps) {
  const Icon = icon ?? ICONS[tone]
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon size={16} stroke={1.6} className={styles.icon} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  )
}
