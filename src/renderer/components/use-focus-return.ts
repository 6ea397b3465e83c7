import { type RefObject, useEffect, useState } from 'react'

/** Puts the focus on what is open above the page, or else on the page's own content. */
export function focusContent(): void {
  const open = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1)
  const target = open ?? document.getElementById('page-content')
  target?.focus({ preventScroll: true })
}

const isLost = () => document.activeElement === null || document.activeElement === document.body

/**
 * Gives the focus back when the component goes, closed or unmounted: to what had it when it came or, with a `box`
 * that lets the page be used beside it, last had it in the page's content. Where that is gone, to the content itself.
 */
export function useFocusReturn(box?: RefObject<HTMLElement | null>): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    let last = opener
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || box?.current?.contains(target)) return
      if (target.closest('#page-content')) last = target
    }
    if (box) document.addEventListener('focusin', onFocusIn)
    return () => {
      document.removeEventListener('focusin', onFocusIn)
      // The focus is lost only once the elements have left the page.
      setTimeout(() => {
        if (!isLost()) return
        if (last instanceof HTMLElement || last instanceof SVGElement) last.focus({ preventScroll: true })
        if (isLost()) focusContent()
      })
    }
  }, [opener, box])
}
