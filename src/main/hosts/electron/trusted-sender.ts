import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ORIGIN, isAppPage } from './app-origin.ts'

/** True for the top frame of our own window while it shows our own page; null frames have navigated away. */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: WebContents,
): boolean {
  const { sender, senderFrame } = event
  return (
    sender === window &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    !senderFrame.detached &&
    senderFrame.origin === APP_ORIGIN &&
    isAppPage(senderFrame.url)
  )
}
