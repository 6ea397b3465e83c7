import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useErrorText } from '../api/use-error-text.ts'
import { Notice } from './Notice.tsx'

/** A failed call in its place on the screen: what, where, and what to do. */
export function ErrorNotice({ failure, action }: { failure: unknown; action?: ReactNode }) {
  const { what, remedy } = useErrorText()(failure)
  return (
    <Notice tone="red" icon={IconAlertCircle} title={what} action={action} role="alert">
      {remedy}
    </Notice>
  )
}
