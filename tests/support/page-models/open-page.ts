import { expect, type Page } from '@playwright/test'
import type { Language } from '#shared/contract/workspace.ts'
import { callLoopback } from '../call-loopback.ts'
import type { Loopback } from '../loopback.ts'

export interface WatchedPage {
  /** What the console complained of, page errors included. */
  complaints: string[]
  /** Requests to anywhere but the host of this machine. */
  outside: string[]
}

/** Opens a window of the host in a language, watching its console and its requests. */
export async function openPage(
  page: Page,
  host: Loopback,
  language: Language = 'zh-CN',
): Promise<WatchedPage> {
  const watched: WatchedPage = { complaints: [], outside: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') watched.complaints.push(message.text())
  })
  page.on('pageerror', (error) => watched.complaints.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== host.origin) watched.outside.push(request.url())
  })
  await callLoopback(host, 'preferences.revise', { language, colourScheme: 'light' })
  await page.goto(await host.url())
  // The address holds a ticket until the window has its session.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return watched
}

/** No message of the browser, and nothing asked of another machine. */
export function expectQuiet({ complaints, outside }: WatchedPage): void {
  expect(complaints).toEqual([])
  expect(outside).toEqual([])
}
