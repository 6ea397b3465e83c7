import { expect, type Page } from '@playwright/test'
import type { ColourScheme, Language } from '#shared/contract/workspace.ts'
import { callLoopback } from '../call-loopback.ts'
import type { Loopback } from '../loopback.ts'

export interface WatchedPage {
  /** What the console complained of, page errors included. */
  complaints: string[]
  /** Requests to anywhere but the host of this machine. */
  outside: string[]
}

/** Opens a window of the host, watching its console and its requests. */
export async function openPage(
  page: Page,
  host: Loopback,
  shown: { language?: Language; colourScheme?: ColourScheme } = {},
): Promise<WatchedPage> {
  const watched: WatchedPage = { complaints: [], outside: [] }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') watched.complaints.push(message.text())
  })
  page.on('pageerror', (error) => watched.complaints.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== host.origin) watched.outside.push(request.url())
  })
  await callLoopback(host, 'preferences.revise', { language: 'zh-CN', colourScheme: 'light', ...shown })
  await page.goto(await host.url())
  await settled(page)
  return watched
}

/** Waits until the page stands: its heading, its fonts, and nothing still being read. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForFunction(() => document.fonts.status === 'loaded')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Goes to a route as a link would, without loading the page anew. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await settled(page)
}

/** No message of the browser, and nothing asked of another machine. */
export function expectQuiet({ complaints, outside }: WatchedPage): void {
  expect(complaints).toEqual([])
  expect(outside).toEqual([])
}
