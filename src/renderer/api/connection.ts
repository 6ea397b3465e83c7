import { useSyncExternalStore } from 'react'

let isConnected = true
const listeners = new Set<() => void>()

export function noteConnection(isNowConnected: boolean): void {
  if (isConnected === isNowConnected) return
  isConnected = isNowConnected
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the application behind this window still answers; always so in the desktop window. */
export const useIsConnected = (): boolean => useSyncExternalStore(subscribe, () => isConnected)
