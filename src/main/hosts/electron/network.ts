import type { CommandLine } from 'electron'
import { APP_ORIGIN } from './app-origin.ts'

/** Switches that keep Chromium itself from asking for anything outside; they take effect before it is ready. */
const OFFLINE_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
]

export function keepOffline(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of OFFLINE_SWITCHES) commandLine.appendSwitch(name, value)
}

export interface RequestBlock {
  /** How many requests were cancelled so far. */
  count(): number
}

/** As much of a session as is needed here. */
interface RequestSource {
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void
  }
}

/** Cancels and counts every request of a session that is not for the window's own content. */
export function blockRequests(session: RequestSource, isAllowed: (address: string) => boolean): RequestBlock {
  let cancelled = 0
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isAllowed(details.url)
    if (cancel) cancelled += 1
    answer({ cancel })
  })
  return { count: () => cancelled }
}

/** Own content, and in a build for developers the tools that inspect it. */
export const isOwnContent =
  (isPackaged: boolean) =>
  (address: string): boolean =>
    address.startsWith(`${APP_ORIGIN}/`) ||
    address.startsWith(`blob:${APP_ORIGIN}/`) ||
    (!isPackaged && address.startsWith('devtools://devtools/'))
