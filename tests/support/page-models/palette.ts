import type { Locator, Page } from '@playwright/test'

/** The command palette, in zh-CN. */
export interface Palette {
  readonly field: Locator
  option(name: string | RegExp): Locator
  /** Opens it, types, and takes what stands first once `expected` is offered. */
  take(typed: string, expected: string | RegExp): Promise<void>
}

export function paletteOf(page: Page): Palette {
  const field = page.getByRole('combobox', { name: '命令面板' })
  const option = (name: string | RegExp) => page.getByRole('option', { name })
  return {
    field,
    option,
    async take(typed, expected) {
      await page.keyboard.press('Control+k')
      await field.waitFor()
      await page.keyboard.type(typed)
      await option(expected).first().waitFor()
      await page.keyboard.press('Enter')
    },
  }
}
