export interface IdleWatch {
  /** Something is going on until the returned function is called. */
  begin(): () => void
  stop(): void
}

/** Calls `onIdle` once when nothing has gone on for this long. */
export function watchIdle(milliseconds: number, onIdle: () => void): IdleWatch {
  let running = 0
  let hasStopped = false
  let timer = setTimeout(onIdle, milliseconds)
  return {
    begin() {
      running += 1
      clearTimeout(timer)
      let hasEnded = false
      return () => {
        if (hasEnded) return
        hasEnded = true
        running -= 1
        // A window that is cut off by the end of the server ends after it.
        if (running > 0 || hasStopped) return
        clearTimeout(timer)
        timer = setTimeout(onIdle, milliseconds)
      }
    },
    stop() {
      hasStopped = true
      clearTimeout(timer)
    },
  }
}
