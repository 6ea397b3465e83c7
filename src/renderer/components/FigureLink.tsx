import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './FigureLink.module.css'

export interface FigureLinkProps extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  /** What opens, or the full figure, on hover. */
  hint?: string | undefined
  children: ReactNode
}

/** A figure that opens what it is made of; it looks like the figure until it is pointed at. */
export function FigureLink({ hint, children, ...target }: FigureLinkProps) {
  return (
    <Link {...target} className={styles.figure} title={hint}>
      {children}
    </Link>
  )
}
