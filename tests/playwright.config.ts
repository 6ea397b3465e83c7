import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.mjs'

const inProject = (path: string) => resolve(import.meta.dirname, '..', path)

const executablePath = findChromium()
if (executablePath === undefined) {
  throw new Error('No Chromium was found: install one, or set CHROMIUM to its path.')
}

// The workers inherit it, so that a test and the page it drives agree on what day it is.
process.env.TZ = 'Asia/Shanghai'
// In the plain C locale Chromium drops a chosen file whose name is not ASCII.
process.env.LC_ALL = 'C.UTF-8'

/** The browser asks no server of its own, so that every request seen is Mainstay's. */
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
// Chromium refuses to sandbox root, which is who containers usually run as.
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: inProject('tests/e2e'),
  outputDir: inProject('test-results'),
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: inProject('test-results/report.json') }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: quiet, chromiumSandbox: !isRoot },
  },
})
