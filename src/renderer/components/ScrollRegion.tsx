import type { ReactNode } from 'react'

const makeFocusable = (element: HTMLElement | null): void => {
  if (element) element.tabIndex = 0
}

/** A named part of the page that scrolls by itself, by keyboard too when nothing in it takes the focus. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <section ref={makeFocusable} className={className} aria-label={label}>
      {children}
    </section>
  )
}
