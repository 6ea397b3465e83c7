import { expect, it, vi } from 'vitest'
import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/host-bridge.ts'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { menuTemplate } from '../../../../src/main/hosts/electron/menu.ts'
import { menuTexts, nearestLanguage } from '../../../../src/main/hosts/electron/menu-texts.ts'

type Template = ReturnType<typeof menuTemplate>

const flat = (items: Template): Template =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const template = (platform: NodeJS.Platform, run: (command: MenuCommand) => void = () => {}) =>
  flat(menuTemplate({ texts: menuTexts('zh-CN'), platform, isPackaged: true, run }))

it.each(['linux', 'darwin', 'win32'] as const)(
  'on %s every command has exactly one item, which runs it',
  (platform) => {
    const run = vi.fn()
    const items = template(platform, run)
    expect(items.flatMap(({ id }) => id ?? []).sort()).toEqual([...MENU_COMMANDS].sort())
    for (const item of items) {
      if (item.id) (item.click as (() => void) | undefined)?.()
    }
    expect(run.mock.calls.flat().sort()).toEqual([...MENU_COMMANDS].sort())
  },
)

it.each(LANGUAGES)('in %s every item but a separator has a text', (language) => {
  const settings = { texts: menuTexts(language), isPackaged: false, run: () => {} }
  for (const platform of ['darwin', 'linux'] as const) {
    const items = flat(menuTemplate({ ...settings, platform }))
    expect(items.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([])
  }
})

it('no two items share a key', () => {
  const keys = template('linux').flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

it('a Mac shows no letters for the keyboard in its menu names', () => {
  const names = menuTemplate({
    texts: menuTexts('zh-CN'),
    platform: 'darwin',
    isPackaged: true,
    run: () => {},
  })
  expect(names.map(({ label }) => label)).toEqual([
    'Mainstay',
    '文件',
    '编辑',
    '前往',
    '显示',
    '窗口',
    '帮助',
  ])
})

it.each([
  [['zh-Hans-CN'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-SG'], 'zh-CN'],
  [['zh-TW'], 'zh-TW'],
  [['zh-Hant-HK'], 'zh-TW'],
  [['zh-HK', 'en'], 'zh-TW'],
  [['de-DE', 'zh-CN'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a system that prefers %j gets %s', (preferred, language) => {
  expect(nearestLanguage(preferred)).toBe(language)
})
