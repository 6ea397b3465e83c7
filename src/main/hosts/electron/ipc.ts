import type { IpcMain, WebContents } from 'electron'
import type { CallResult } from '#shared/contract/call-result.ts'
import { failure } from '../file-failure.ts'
import { REQUEST_CHANNEL } from './channels.ts'
import { type HostRequest, hostRequest } from './host-request.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** As much as the loopback host takes in one body. */
export const MOST_REQUEST_CHARACTERS = 1_000_000

/** One answer for each kind of request; a missing one does not compile. */
export type HostAnswers = {
  [Type in HostRequest['type']]: (request: Extract<HostRequest, { type: Type }>) => Promise<CallResult>
}

function parseRequest(text: unknown): HostRequest | undefined {
  if (typeof text !== 'string' || text.length > MOST_REQUEST_CHARACTERS) return undefined
  try {
    return hostRequest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function answer(answers: HostAnswers, request: HostRequest): Promise<CallResult> {
  switch (request.type) {
    case 'call':
      return answers.call(request)
    case 'listen':
      return answers.listen(request)
    case 'pick-file':
      return answers['pick-file'](request)
    case 'pick-place':
      return answers['pick-place'](request)
    case 'receive-file':
      return answers['receive-file'](request)
    case 'save-download':
      return answers['save-download'](request)
    case 'open-external':
      return answers['open-external'](request)
  }
}

/**
 * Answers the window's one channel. A sender that is not our own page is turned away with a rejection,
 * a request of the wrong shape or size with `invalid-input`.
 */
export function answerWindow(
  ipcMain: Pick<IpcMain, 'handle'>,
  currentWindow: () => WebContents | undefined,
  answers: HostAnswers,
): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, text: unknown): Promise<CallResult> => {
    const window = currentWindow()
    if (!window || !isTrustedSender(event, window)) throw new Error('This sender is not answered')
    const request = parseRequest(text)
    return request ? answer(answers, request) : failure('invalid-input', 'The request has no known shape')
  })
}
