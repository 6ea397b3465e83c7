import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from './EmptyState.tsx'

export interface ImportFirstProps {
  /** What is not there yet. */
  title: ReactNode
  /** What the button says. */
  action: string
  /** What belongs here and what it will answer. */
  children: ReactNode
  /** Another way to begin, beside the import. */
  otherAction?: ReactNode
}

/** A view that is empty until a file is imported, and the way there. */
export function ImportFirst({ title, action, children, otherAction }: ImportFirstProps) {
  return (
    <EmptyState
      title={title}
      action={
        <>
          <Button
            size="sm"
            variant="filled"
            leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}
            renderRoot={(props) => <Link to="/import" {...props} />}
          >
            {action}
          </Button>
          {otherAction}
        </>
      }
    >
      {children}
    </EmptyState>
  )
}
