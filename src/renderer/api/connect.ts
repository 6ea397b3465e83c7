import type { Bridge } from './client.ts'
import { connectLoopback } from './loopback.ts'

declare global {
  interface Window {
    readonly mainstay?: Bridge
  }
}

/** The host this page runs in: the desktop window's bridge, else loopback; null when loopback refuses this browser. */
export async function findBridge(): Promise<Bridge | null> {
  return window.mainstay ?? (await connectLoopback())
}
