import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Drawer.module.css'
import { useFocusReturn } from './use-focus-return.ts'

export interface DrawerProps {
  /** Accessible name. */
  label: string
  /** Class letter, name, and what stands below them. */
  head: ReactNode
  onClose: () => void
  children: ReactNode
}

/** The right drawer: looking without leaving. Esc closes it, wherever the focus is on the page. */
export function Drawer({ label, head, onClose, children }: DrawerProps) {
  const { t } = useTranslation('common')
  const box = useRef<HTMLElement>(null)
  useFocusReturn(box)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (document.querySelector('[aria-modal="true"], [data-menu-dropdown]')) return
      if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
      onClose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <aside ref={box} className={styles.drawer} aria-label={label}>
      <div className={styles.head}>
        <div className={styles.headText}>{head}</div>
        <ActionIcon aria-label={t('close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <div className={styles.blocks}>{children}</div>
    </aside>
  )
}

/** A block of the drawer; blocks are divided by hairlines. */
export function DrawerBlock({
  title,
  note,
  children,
}: {
  title?: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.block}>
      {title && (
        <div className={styles.blockHead}>
          <h3>{title}</h3>
          {note && <span className="ms-dimmed">{note}</span>}
        </div>
      )}
      {children}
    </section>
  )
}
