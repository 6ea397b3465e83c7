import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HostEvent, MainstayBridge } from '#shared/contract/host-bridge.ts'
import { cancellable } from '../../support/electron-stand-in.ts'
import {
  type ElectronTarget,
  loadBridge,
  soon,
  startBeforeReady,
  startDesktopTarget,
} from './electron-target.ts'

let desktop: ElectronTarget
let bridge: MainstayBridge<File>
beforeEach(async () => {
  desktop = await startDesktopTarget()
  bridge = await loadBridge(desktop)
})
afterEach(() => desktop.stop())

/** A file in the test's own folder. */
function makeFile(name: string, content: string): string {
  const path = join(desktop.folder, name)
  writeFileSync(path, content)
  return path
}

/** What reaches the page from the host, from now on. */
function listen(): HostEvent[] {
  const events: HostEvent[] = []
  bridge.host.onHostEvent((event) => events.push(event))
  return events
}

describe('from page to application and back', () => {
  it('a call reaches the application, and its event the page', async () => {
    const events: unknown[] = []
    const stop = bridge.onEvent((event) => events.push(event))
    expect(await bridge.call('preferences.revise', { language: 'en' })).toMatchObject({ ok: true })
    expect(events).toContainEqual({ type: 'changed', nouns: ['preferences'] })
    const before = events.length
    stop()
    await bridge.call('preferences.revise', { language: 'zh-CN' })
    expect(events).toHaveLength(before)
  })

  it('an unknown operation is a typed error, not a rejection', async () => {
    expect(await bridge.call('no.such', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    })
  })

  it('a main process that has gone is a typed error, not a rejection', async () => {
    desktop.invokeHandlers.clear()
    expect(await bridge.call('workspace.current', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
  })
})

describe('files', () => {
  it('a picked file comes as a token without its path', async () => {
    const path = makeFile('订单.csv', 'a,b\n')
    desktop.answers.open = { canceled: false, filePaths: [path] }
    const picked = await bridge.host.pickFile('orders')
    expect(picked).toMatchObject({ ok: true, value: { name: '订单.csv', bytes: 4 } })
    expect(JSON.stringify(picked)).not.toContain(desktop.folder)
    const [, options] = desktop.argumentsOf('dialog.showOpenDialog')[0] ?? []
    expect(options).toMatchObject({
      properties: ['openFile'],
      filters: [{ extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm'] }],
    })
  })

  it('a closed dialog is null, and no file is handed in', async () => {
    expect(await bridge.host.pickFile('workspace')).toEqual({ ok: true, value: null })
    expect(await bridge.host.pickPlace?.('Firm')).toEqual({ ok: true, value: null })
  })

  it('a dropped file of this machine is taken, one made by a script is not', async () => {
    const path = makeFile('orders.csv', 'a')
    const dropped = desktop.dropFile('orders.csv', path)
    expect(await bridge.host.receiveFile(dropped)).toMatchObject({ ok: true, value: { name: 'orders.csv' } })
    expect(await bridge.host.receiveFile(new File(['a'], 'orders.csv'))).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable' },
    })
  })

  it.each([
    ['a kind the application does not read', 'passwd', 'file-unreadable'],
    ['a folder', 'folder.csv', 'file-unreadable'],
    ['a file that has gone', 'gone.csv', 'file-missing'],
  ])('%s is refused by name', async (_, name, code) => {
    mkdirSync(join(desktop.folder, 'folder.csv'))
    makeFile('passwd', 'root')
    const dropped = desktop.dropFile(name, join(desktop.folder, name))
    const answer = await bridge.host.receiveFile(dropped)
    expect(answer).toMatchObject({ ok: false, error: { code, details: { name } } })
    expect(JSON.stringify(answer)).not.toContain(desktop.folder)
  })

  it('a relative path is no file, whatever the folder of the process', async () => {
    const dropped = desktop.dropFile('package.csv', 'package.csv')
    expect(await bridge.host.receiveFile(dropped)).toMatchObject({ ok: false })
  })

  it('the place of a new workspace always ends in .mainstay and comes as a token', async () => {
    desktop.answers.save = { canceled: false, filePath: join(desktop.folder, '东澜') }
    const place = await bridge.host.pickPlace?.('../../东澜')
    expect(place).toMatchObject({ ok: true, value: { name: '东澜.mainstay' } })
    const [, options] = desktop.argumentsOf('dialog.showSaveDialog')[0] ?? []
    expect(options).toMatchObject({ defaultPath: '东澜.mainstay' })
  })

  it('a download that is not there is a typed error and asks for no place', async () => {
    const download = { token: 'no-such-token', name: 'rejected.csv', bytes: 1 }
    expect(await bridge.host.saveDownload(download)).toMatchObject({
      ok: false,
      error: { code: 'file-missing', details: { name: 'rejected.csv' } },
    })
    expect(desktop.argumentsOf('dialog.showSaveDialog')).toEqual([])
  })
})

describe('addresses outside', () => {
  const shown = () => desktop.argumentsOf('dialog.showMessageBox').map(([, options]) => options)

  it.each([
    ['https://www.example.com/path?q=1', 'www.example.com'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['mailto:lin@example.com?subject=x', 'lin@example.com'],
  ])('%s is opened after the user has seen %s', async (address, host) => {
    desktop.answers.message = { response: 0, checkboxChecked: false }
    expect(await bridge.host.openExternal(address)).toEqual({ ok: true, value: true })
    expect(shown()).toMatchObject([{ detail: host, defaultId: 1, cancelId: 1 }])
    expect(desktop.argumentsOf('shell.openExternal')).toEqual([[new URL(address).href]])
  })

  it('nothing is opened when the user says no', async () => {
    expect(await bridge.host.openExternal('https://example.com/')).toEqual({ ok: true, value: false })
    expect(desktop.argumentsOf('shell.openExternal')).toEqual([])
  })

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'smb://host/share',
    'app://mainstay/index.html',
    'https://bank.example@evil.example/',
    'https://',
    'mailto:',
    'not an address',
    '',
  ])('%j is refused without asking', async (address) => {
    expect(await bridge.host.openExternal(address)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(shown()).toEqual([])
  })
})

describe('one instance', () => {
  it('a second start focuses the window and opens its file', async () => {
    const path = makeFile('firm.mainstay', 'x')
    const events = listen()
    desktop.window.isSmall = true
    desktop.fireApp(
      'second-instance',
      cancellable({}),
      ['mainstay', '--flag', 'firm.mainstay'],
      desktop.folder,
      {},
    )
    await soon(() => expect(events).toHaveLength(1))
    expect(events).toMatchObject([{ type: 'open-workspace', file: { name: 'firm.mainstay', bytes: 1 } }])
    expect(JSON.stringify(events)).not.toContain(path)
    expect(desktop.window).toMatchObject({ isSmall: false, isAtFront: true })
    expect(desktop.windows).toHaveLength(1)
  })

  it('the second one hands over and makes nothing of its own', async () => {
    const second = await startBeforeReady({ hasLock: false })
    second.becomeReady()
    expect(second.argumentsOf('app.quit')).toHaveLength(1)
    expect(second.windows).toEqual([])
    expect(existsSync(join(second.dataFolder, 'exchange'))).toBe(false)
    await second.stop()
  })

  it('a double-click on a Mac reaches the page even when it came before the page listened', async () => {
    const opening = cancellable({})
    desktop.fireApp('open-file', opening, makeFile('early.mainstay', 'x'))
    await new Promise((resolve) => setImmediate(resolve))
    const events = listen()
    await soon(() =>
      expect(events).toMatchObject([{ type: 'open-workspace', file: { name: 'early.mainstay' } }]),
    )
    expect(opening.defaultPrevented).toBe(true)
  })

  it('a workspace that is not there yet is made', async () => {
    desktop.fireApp(
      'second-instance',
      cancellable({}),
      ['mainstay', '--workspace', 'new.mainstay'],
      desktop.folder,
      {},
    )
    await soon(async () =>
      expect(await bridge.call('workspace.current', {})).toMatchObject({
        value: { fileName: 'new.mainstay' },
      }),
    )
  })

  it('a file opened while the page is loaded anew waits for the new page', async () => {
    const events = listen()
    await soon(() => expect(desktop.recorded.length).toBeGreaterThan(0))
    desktop.window.firePage(
      'did-start-navigation',
      cancellable({
        url: 'app://mainstay/index.html',
        isMainFrame: true,
        isSameDocument: false,
        frame: null,
      }),
    )
    desktop.fireApp('open-file', cancellable({}), makeFile('later.mainstay', 'x'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(events).toEqual([])
    const onNewPage = listen()
    await soon(() => expect(onNewPage).toHaveLength(1))
  })
})

describe('menu', () => {
  const topLabels = () => desktop.menu().map(({ label }) => label)

  it('an item reaches the page as its command', async () => {
    const events = listen()
    await soon(async () => {
      const items = desktop.menu().flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      const click = items.find(({ id }) => id === 'import-orders')?.click as (() => void) | undefined
      click?.()
      expect(events).toContainEqual({ type: 'menu', command: 'import-orders' })
    })
  })

  it('is in the language of the system until the user chooses one, then in that one', async () => {
    expect(topLabels()).toContain('&File')
    await bridge.call('preferences.revise', { language: 'zh-TW' })
    await soon(() => expect(topLabels()).toContain('檔案(&F)'))
    desktop.answers.message = { response: 1, checkboxChecked: false }
    await bridge.host.openExternal('https://example.com/')
    expect(desktop.argumentsOf('dialog.showMessageBox')[0]?.[1]).toMatchObject({ buttons: ['開啟', '取消'] })
  })
})

describe('window and end', () => {
  it('is shown once painted, keeps its place under its name, and is loaded anew after a crash', () => {
    expect(desktop.window.isShown).toBe(false)
    desktop.window.fire('ready-to-show')
    expect(desktop.window.isShown).toBe(true)
    expect(desktop.window.options).toMatchObject({ name: 'main', windowStatePersistence: true, show: false })
    desktop.window.firePage('render-process-gone', cancellable({}), { reason: 'clean-exit', exitCode: 0 })
    expect(desktop.window.reloads).toBe(0)
    desktop.window.firePage('render-process-gone', cancellable({}), { reason: 'crashed', exitCode: 1 })
    expect(desktop.window.reloads).toBe(1)
  })

  it("Chromium's own files stay in a folder below our own", () => {
    expect(desktop.argumentsOf('app.setPath')).toEqual([['userData', join(desktop.dataFolder, 'window')]])
    expect(existsSync(join(desktop.dataFolder, 'window'))).toBe(true)
  })

  it('an event after the window has closed goes nowhere, and a start opens a new one', async () => {
    desktop.window.fire('closed')
    expect(await bridge.call('workspace.current', {})).toMatchObject({ ok: false })
    desktop.fireApp('activate', cancellable({}), false)
    await soon(() => expect(desktop.windows).toHaveLength(2))
  })

  it('closing the last window ends the application, which closes the workspace first', async () => {
    desktop.fireApp('window-all-closed')
    expect(desktop.argumentsOf('app.quit')).toHaveLength(1)
    const quitting = cancellable({})
    desktop.fireApp('will-quit', quitting)
    const impatient = cancellable({})
    desktop.fireApp('will-quit', impatient)
    expect([quitting.defaultPrevented, impatient.defaultPrevented]).toEqual([true, true])
    await soon(() => expect(desktop.argumentsOf('app.exit')).toHaveLength(1))
  })
})

it('a build without its page is explained and ends with 1', async () => {
  const broken = await startBeforeReady()
  rmSync(join(broken.folder, 'out', 'renderer'), { recursive: true })
  broken.becomeReady()
  await soon(() => expect(broken.argumentsOf('app.exit')).toEqual([[1]]))
  expect(broken.argumentsOf('dialog.showErrorBox')).toHaveLength(1)
  await broken.stop()
})
