import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

export interface DialogFrameProps {
  isOpen: boolean
  onClose: () => void
  /** Pixels. */
  width: number
  /** Pixels from the top; in the middle when left out. */
  top?: number
  /** Holds a `Modal.Title`, which names the dialog. */
  children: ReactNode
}

/** Lives as long as the dialog is open, which its frame may outlive. */
function FocusReturn() {
  useFocusReturn()
  return null
}

/** Scrim and card of everything that floats over the page and keeps the focus. */
export function DialogFrame({ isOpen, onClose, width, top, children }: DialogFrameProps) {
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={width}
      centered={top === undefined}
      {...(top === undefined ? {} : { yOffset: top })}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay bg="var(--ms-scrim)" transitionProps={{ duration: 0 }} />
      <Modal.Content radius="xl" shadow="md">
        <FocusReturn />
        {children}
      </Modal.Content>
    </Modal.Root>
  )
}
