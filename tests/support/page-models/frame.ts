import type { Locator, Page } from '@playwright/test'

/** What surrounds every page of an open workspace, in zh-CN. */
export interface Frame {
  readonly content: Locator
  readonly title: Locator
  readonly status: Locator
  readonly drawer: Locator
  /** The line at the bottom left that says what was done; its act takes it back. */
  readonly toast: Locator
  readonly toastUndo: Locator
  readonly undo: Locator
  readonly redo: Locator
  rail(name: string): Locator
  tab(name: string | RegExp): Locator
}

export function frameOf(page: Page): Frame {
  const toast = page
    .getByRole('status')
    .filter({ has: page.getByRole('button', { name: '撤销', exact: true }) })
  return {
    content: page.locator('#page-content'),
    title: page.getByRole('heading', { level: 1 }),
    status: page.getByRole('region', { name: '状态栏' }),
    drawer: page.getByRole('complementary'),
    toast,
    toastUndo: toast.getByRole('button', { name: '撤销', exact: true }).last(),
    undo: page.getByRole('banner').getByRole('button', { name: /^(撤销|没有可撤销)/ }),
    redo: page.getByRole('banner').getByRole('button', { name: /^(重做|没有可重做)/ }),
    rail: (name) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }),
    tab: (name) => page.getByRole('tab', { name }),
  }
}
