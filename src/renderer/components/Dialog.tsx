import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'
import { DialogFrame } from './DialogFrame.tsx'

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
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} width={width}>
      <div className={styles.head}>
        <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
        <Modal.CloseButton aria-label={t('close')} size="sm" />
      </div>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.foot}>{footer}</div>}
    </DialogFrame>
  )
}
