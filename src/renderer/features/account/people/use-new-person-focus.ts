import { type RefObject, useEffect, useRef } from 'react'

const FOCUS_MS = 50

/** The field a new person's name goes into; it takes the focus as soon as one is wanted. */
export function useNewPersonFocus(isWanted: boolean): RefObject<HTMLInputElement | null> {
  const name = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isWanted) return
    const timer = setTimeout(() => name.current?.focus(), FOCUS_MS)
    return () => clearTimeout(timer)
  }, [isWanted])
  return name
}
