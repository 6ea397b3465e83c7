import { expect, type Locator, type Page } from '@playwright/test'

/** The import wizard, in zh-CN. */
export interface ImportWizard {
  chooseFile(path: string): Promise<void>
  /** The footer's primary act, whatever it says at this step. */
  readonly next: Locator
  /** Goes on from step to step until the receipt stands. */
  writeEverything(): Promise<void>
}

const RECEIPT_MS = 120_000

export function importWizard(page: Page): ImportWizard {
  const next = page.locator('footer').getByRole('button').last()
  return {
    next,
    async chooseFile(path) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '选择文件' }).click()
      await (await chooser).setFiles(path)
    },
    async writeEverything() {
      await expect(next).toHaveText(/^(处理|看|写入|看工作台)/, { timeout: RECEIPT_MS })
      while (!/看工作台/.test((await next.textContent()) ?? '')) {
        const said = (await next.textContent()) ?? ''
        await next.click()
        await expect(next).not.toHaveText(said, { timeout: RECEIPT_MS })
        await expect(next).toHaveText(/^(处理|看|写入|看工作台)/, { timeout: RECEIPT_MS })
      }
    },
  }
}
