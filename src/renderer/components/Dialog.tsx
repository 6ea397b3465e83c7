import { Modal } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** Pixels. */
  width?: number
  /** Buttons at the bottom right, the primary one last. */
  footer?: ReactNode
  children: ReactNode
}

/** A question or form over the page; never for mere looking. */
export function Dialog({ isOpen, onClose, title, width = 480, footer, children }: DialogProps) {
  const { t } = useTranslation('common')
  const id = useId()
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={width} centered>
      <Modal.Overlay />
      <Modal.Content aria-labelledby={id}>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <Modal.CloseButton aria-label={t('close')} size="sm" />
        </div>
        <div className={styles.body}>{children}</div>
        {footer && <div className={styles.foot}>{footer}</div>}
      </Modal.Content>
    </Modal.Root>
  )
}
