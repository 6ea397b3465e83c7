import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract/host-bridge.ts'
import type { MenuTexts } from './menu-texts.ts'

interface MenuSettings {
  texts: MenuTexts
  platform: NodeJS.Platform
  isPackaged: boolean
  run(command: MenuCommand): void
}

type Role = keyof MenuTexts['roles']
type Items = MenuItemConstructorOptions[]

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

const ACCELERATORS: Readonly<Partial<Record<MenuCommand, string>>> = {
  'new-workspace': 'CmdOrCtrl+N',
  'open-workspace': 'CmdOrCtrl+O',
  checkpoint: 'CmdOrCtrl+S',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+K',
  'show-settings': 'CmdOrCtrl+,',
}

/** The native menu of this platform. Items of our own run a command; the screens do the rest. */
export function menuTemplate({ texts, platform, isPackaged, run }: MenuSettings): Items {
  const isMac = platform === 'darwin'
  // A Mac has no letters to press for a menu; `文件(&F)` would show them.
  const title = (text: string) => (isMac ? text.replace(/\(&\w\)|&/g, '') : text)
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    label: texts.items[command],
    ...(ACCELERATORS[command] ? { accelerator: ACCELERATORS[command] } : {}),
    click: () => run(command),
  })
  const role = (name: Role): MenuItemConstructorOptions => ({ role: name, label: texts.roles[name] })

  const applicationMenu: Items = [
    {
      label: 'Mainstay',
      submenu: [
        role('about'),
        SEPARATOR,
        item('show-settings'),
        SEPARATOR,
        role('services'),
        SEPARATOR,
        role('hide'),
        role('hideOthers'),
        role('unhide'),
        SEPARATOR,
        role('quit'),
      ],
    },
  ]
  const file: Items = [
    item('new-workspace'),
    item('open-workspace'),
    item('open-sample'),
    SEPARATOR,
    item('import-orders'),
    SEPARATOR,
    item('checkpoint'),
    item('export-copy'),
    SEPARATOR,
    item('close-workspace'),
    ...(isMac ? [role('close')] : [SEPARATOR, item('show-settings'), SEPARATOR, role('quit')]),
  ]
  const edit: Items = [
    item('undo'),
    item('redo'),
    SEPARATOR,
    role('cut'),
    role('copy'),
    role('paste'),
    role('selectAll'),
    SEPARATOR,
    item('find'),
  ]
  const go: Items = [item('show-portfolio'), item('show-accounts'), item('show-model'), item('show-history')]
  const view: Items = [
    role('resetZoom'),
    role('zoomIn'),
    role('zoomOut'),
    SEPARATOR,
    role('togglefullscreen'),
    ...(isPackaged ? [] : [SEPARATOR, role('toggleDevTools')]),
  ]
  return [
    ...(isMac ? applicationMenu : []),
    { label: title(texts.menus.file), submenu: file },
    { label: title(texts.menus.edit), submenu: edit },
    { label: title(texts.menus.go), submenu: go },
    { label: title(texts.menus.view), submenu: view },
    { label: title(texts.menus.window), role: 'window', submenu: [role('minimize'), role('close')] },
    {
      label: title(texts.menus.help),
      role: 'help',
      submenu: [item('show-shortcuts'), ...(isMac ? [] : [SEPARATOR, role('about')])],
    },
  ]
}
