import { expect, type Locator, type Page } from '@playwright/test'

/** The accounts grid, in zh-CN. Columns are named by their key. */
export interface AccountsPage {
  readonly search: Locator
  readonly grid: Locator
  /** Account names in the order of the rows that are drawn. */
  names(): Promise<string[]>
  link(name: string): Locator
  cell(name: string, column: string): Promise<Locator>
  header(column: string): Locator
  /** Waits for the number of rows the status bar tells. */
  expectRows(count: number): Promise<void>
  /** Types into a cell as in Excel: double click, type, Enter. */
  edit(name: string, column: string, text: string): Promise<void>
}

export function accountsPage(page: Page): AccountsPage {
  const grid = page.getByRole('grid').or(page.getByRole('treegrid'))
  const link = (name: string) => grid.getByRole('link', { name, exact: true })
  // The pinned columns stand in a part of their own; a row's number joins the two.
  const cell = async (name: string, column: string) => {
    const row = await link(name).evaluate((element) =>
      element.closest('[row-index]')?.getAttribute('row-index'),
    )
    return grid.locator(`[row-index="${row}"] [col-id="${column}"]`)
  }
  return {
    search: page.getByRole('searchbox', { name: '名称、编号或拼音' }),
    grid,
    async names() {
      const rows = await grid.locator('[col-id="name"] a').evaluateAll((elements) =>
        elements.map((element) => ({
          name: element.textContent ?? '',
          index: Number(element.closest('[row-index]')?.getAttribute('row-index')),
        })),
      )
      return rows.sort((one, other) => one.index - other.index).map(({ name }) => name)
    },
    link,
    cell,
    header: (column) => grid.locator(`[role="columnheader"][col-id="${column}"]`),
    async expectRows(count) {
      await expect(page.getByRole('region', { name: '状态栏' })).toContainText(new RegExp(`^${count}\\s*行`))
    },
    async edit(name, column, text) {
      await (await cell(name, column)).dblclick()
      const editor = grid.getByRole('textbox')
      await editor.fill(text)
      await editor.press('Enter')
    },
  }
}
