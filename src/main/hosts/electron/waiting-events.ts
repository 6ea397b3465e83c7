import type { HostEvent } from '#shared/contract/host-bridge.ts'

export interface WaitingEvents {
  /** Sends now, or once the page listens. */
  add(event: HostEvent): void
  /** The page listens from now on. */
  listen(): void
  /** The page is being loaded anew and does not listen yet. */
  pause(): void
}

/** Holds what the system asks for until a page is there to do it, such as a file opened by double-click. */
export function createWaitingEvents(send: (event: HostEvent) => void): WaitingEvents {
  let waiting: HostEvent[] = []
  let isListening = false
  return {
    add(event) {
      if (isListening) send(event)
      else waiting.push(event)
    },
    listen() {
      isListening = true
      const due = waiting
      waiting = []
      for (const event of due) send(event)
    },
    pause() {
      isListening = false
    },
  }
}
