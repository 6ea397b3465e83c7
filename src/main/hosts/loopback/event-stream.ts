import type { ServerResponse } from 'node:http'
import type { ApplicationEvent } from '#shared/contract/events.ts'

const KEEP_ALIVE_MILLISECONDS = 20_000
/** A window that reads this far behind is cut off; it reconnects and refetches. */
const MOST_WAITING_BYTES = 8_000_000

/** Writes each event as one line of JSON until the window goes away; resolves then. */
export function streamEvents(
  response: ServerResponse,
  onEvent: (listener: (event: ApplicationEvent) => void) => () => void,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson; charset=utf-8' })
  const write = (line: string) => {
    response.write(`${line}\n`)
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy()
  }
  // The first line opens the stream for readers that wait for a byte.
  write('')
  const stopListening = onEvent((event) => write(JSON.stringify(event)))
  const keepAlive = setInterval(() => write(''), KEEP_ALIVE_MILLISECONDS)
  return new Promise((resolve) => {
    response.once('close', () => {
      stopListening()
      clearInterval(keepAlive)
      resolve()
    })
  })
}
