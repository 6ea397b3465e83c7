import { notifications } from '@mantine/notifications'
import { IconAlertCircle } from '@tabler/icons-react'
import i18next from 'i18next'
import { createElement, type ReactNode } from 'react'

const TOAST_MS = 8_000
const FAILURE_MS = 12_000

export interface Toast {
  /** Another toast of the same id replaces it. */
  id?: string
  title?: string
  message: ReactNode
  /** A failure is read out at once and stays longer. */
  isFailure?: boolean
}

/** Shows a line at the bottom left; returns its id for `hideToast`. */
export function showToast({ id, title, message, isFailure = false }: Toast): string {
  if (id) notifications.hide(id)
  return notifications.show({
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    message,
    ...(isFailure ? { icon: createElement(IconAlertCircle, { size: 16, stroke: 1.6 }) } : {}),
    role: isFailure ? 'alert' : 'status',
    autoClose: isFailure ? FAILURE_MS : TOAST_MS,
    closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'common' }) },
  })
}

export const hideToast = (id: string): void => {
  notifications.hide(id)
}
