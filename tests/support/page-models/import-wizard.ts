import { expect, type Locator, type Page } from '@playwright/test'
import { settled } from './open-page.ts'

/** The import wizard, in zh-CN. */
export interface ImportWizard {
  chooseFile(path: string): Promise<void>
  /** The footer's primary act, whatever it says at this step. */
  readonly next: Locator
  /** Goes on from step to step, by click or by Enter, until the receipt stands. */
  writeEverything(by?: 'click' | 'Enter'): Promise<void>
  /** The sentence of the receipt. */
  readonly receipt: Locator
  readonly undoImport: Locator
}

const IMPORT_MS = 120_000
const READY = /^(处理|查看|看|写入)/

export function importWizard(page: Page): ImportWizard {
  const footer = page.getByRole('contentinfo')
  const next = footer.getByRole('button').last()
  return {
    next,
    receipt: page.locator('#page-content').getByRole('heading', { level: 2 }).first(),
    undoImport: footer.getByRole('button', { name: '撤销这次导入' }),
    async chooseFile(path) {
      await settled(page)
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '选择文件' }).click()
      await (await chooser).setFiles(path)
    },
    async writeEverything(by = 'click') {
      await expect(next).toHaveText(READY, { timeout: IMPORT_MS })
      for (let said = ''; said !== '看工作台'; ) {
        said = (await next.innerText()).trim()
        if (said === '看工作台') return
        if (by === 'click') await next.click()
        else {
          await next.focus()
          await page.keyboard.press('Enter')
        }
        await expect(next).not.toHaveText(said, { timeout: IMPORT_MS })
        await expect(next).toHaveText(READY, { timeout: IMPORT_MS })
      }
    },
  }
}
