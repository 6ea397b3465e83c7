import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const PROJECT = resolve(import.meta.dirname, '..', '..')
const PACKAGE = join(PROJECT, 'node_modules', 'electron')

/** The binary's path, without asking the package for it, which would download it. */
function findBinary(): string | undefined {
  const pathFile = join(PACKAGE, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

const binary = findBinary()
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

test('the desktop window opens sealed, on our page, with the bridge and nothing else', async () => {
  test.skip(binary === undefined, 'the Electron binary is absent: npx install-electron fetches it')
  test.skip(!hasDisplay, 'there is no display to open a window on')
  const dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-electron-'))
  const application = await _electron.launch({
    executablePath: binary ?? '',
    args: [PROJECT],
    env: { ...process.env, MAINSTAY_DATA: dataFolder },
  })
  try {
    const page = await application.firstWindow()
    await expect(page).toHaveURL(/^app:\/\/mainstay\/index\.html/)
    await expect(page.locator('#root')).not.toBeEmpty()
    const found = await page.evaluate(async () => {
      const seen: { mainstay?: object; require?: unknown; process?: unknown } = globalThis
      const outside = await fetch('https://example.com/').then(
        () => 'reached',
        () => 'blocked',
      )
      return { keys: Object.keys(seen.mainstay ?? {}), node: [seen.require, seen.process], outside }
    })
    expect(found).toEqual({
      keys: ['call', 'onEvent', 'host'],
      node: [undefined, undefined],
      outside: 'blocked',
    })
  } finally {
    await application.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
