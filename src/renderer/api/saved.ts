import { useSyncExternalStore } from 'react'
import type { Instant } from '#shared/domain/calendar.ts'

let savedAt: Instant | null = null
const listeners = new Set<() => void>()

export function noteSaved(at: Instant | null): void {
  savedAt = at
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** When the last change was written to the file; null before the first one since the start. */
export const useSavedAt = (): Instant | null => useSyncExternalStore(subscribe, () => savedAt)
