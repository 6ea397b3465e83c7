import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { Drawer } from '../../components/Drawer.tsx'
import styles from './Analysis.module.css'

/** The drawer of one account: class and name lead to its page, then the blocks. */
export function AccountDrawer({
  id,
  name,
  valueClass,
  note,
  onClose,
  children,
}: {
  id: string
  name: string
  valueClass: ValueClass | null
  note?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Drawer
      label={name}
      onClose={onClose}
      head={
        <div className={styles.account}>
          <ClassLetter valueClass={valueClass} size={32} />
          <div className={styles.drawerTitle}>
            <h2>
              <Link to="/accounts/$accountId" params={{ accountId: id }} className={styles.drawerLink}>
                {name}
              </Link>
            </h2>
            {note && <div className="ms-dimmed">{note}</div>}
          </div>
        </div>
      }
    >
      {children}
    </Drawer>
  )
}
