import { expect, it, vi } from 'vitest'
import type { HostEvent } from '#shared/contract/host-bridge.ts'
import { createWaitingEvents } from '../../../../src/main/hosts/electron/waiting-events.ts'

const opened = (name: string): HostEvent => ({
  type: 'open-workspace',
  file: { token: `token-of-${name}`, name, bytes: 1 },
})

it('a file opened before the page listens reaches it once, in order, and later ones at once', () => {
  const send = vi.fn()
  const waiting = createWaitingEvents(send)
  waiting.add(opened('first'))
  waiting.add(opened('second'))
  expect(send).not.toHaveBeenCalled()
  waiting.listen()
  waiting.add(opened('third'))
  waiting.listen()
  expect(send.mock.calls.flat()).toEqual([opened('first'), opened('second'), opened('third')])
})

it('what comes while the page is loaded anew waits for the new page', () => {
  const send = vi.fn()
  const waiting = createWaitingEvents(send)
  waiting.listen()
  waiting.pause()
  waiting.add(opened('first'))
  expect(send).not.toHaveBeenCalled()
  waiting.listen()
  expect(send).toHaveBeenCalledTimes(1)
})
