import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cancellable } from '../../support/electron-stand-in.ts'
import {
  type ElectronTarget,
  loadBridge,
  runPreload,
  soon,
  startBeforeReady,
  startDesktopTarget,
} from './electron-target.ts'

let desktop: ElectronTarget
beforeAll(async () => {
  desktop = await startDesktopTarget()
})
afterAll(() => desktop.stop())

const asked = (name: string, input: unknown = {}) => JSON.stringify({ type: 'call', name, input })
const navigation = (url: string, isMainFrame = true) =>
  cancellable({ url, isMainFrame, isSameDocument: false, frame: null })

describe('only app: content', () => {
  it('the window loads our page and nothing else', () => {
    expect(desktop.argumentsOf('window.loadURL')).toEqual([['app://mainstay/index.html']])
  })

  it('every other request is cancelled', () => {
    const listener = desktop.session.onRequest()
    const isCancelled = (url: string) => {
      let answer: unknown
      listener?.({ url } as Parameters<typeof listener>[0], ({ cancel }) => {
        answer = cancel
      })
      return answer
    }
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'ftp://example.com/a',
      'wss://example.com/',
      'data:text/html,x',
      'chrome-extension://abc/x.js',
      'app://other/index.html',
      'app://mainstay.example/index.html',
      'blob:https://example.com/1',
    ]) {
      expect(isCancelled(url), url).toBe(true)
    }
    expect(isCancelled('app://mainstay/assets/index.js')).toBe(false)
    expect(isCancelled('blob:app://mainstay/1')).toBe(false)
  })

  it('the cancelled ones are counted and told at the end', async () => {
    const counted = await startDesktopTarget()
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    for (const url of ['https://example.com/a', 'app://mainstay/index.html', 'https://example.com/b']) {
      counted.session.onRequest()?.({ url } as never, () => undefined)
    }
    await counted.stop()
    const lines = said.mock.calls.flat()
    said.mockRestore()
    expect(lines).toContain('2 requests to the outside were cancelled\n')
  })

  it('Chromium itself resolves no name and asks no proxy', () => {
    const switches = desktop.argumentsOf('app.commandLine.appendSwitch')
    expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(switches).toContainEqual(['no-proxy-server', undefined])
    expect(switches).toContainEqual(['disable-background-networking', undefined])
    expect(switches).toContainEqual(['disable-component-update', undefined])
  })

  it('the session keeps nothing on disk and no dictionary is fetched', () => {
    expect(desktop.session.partition).not.toMatch(/^persist:/)
    expect(desktop.window.options.webPreferences?.spellcheck).toBe(false)
  })
})

describe('the window is sealed', () => {
  it('no Node, context isolation, sandbox, web security, no webview', () => {
    expect(desktop.window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    })
    expect(desktop.window.options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(desktop.argumentsOf('app.enableSandbox')).toHaveLength(1)
  })

  it('a window that is not sealed at run time gets no bridge', async () => {
    await expect(runPreload(desktop, { isSealed: false })).rejects.toThrow('not sealed')
    expect(desktop.exposed.size).toBe(0)
  })

  it('what Electron takes only before it is ready is done before', async () => {
    const early = await startBeforeReady()
    expect(early.recorded.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'app.setPath',
        'app.enableSandbox',
        'app.commandLine.appendSwitch',
        'protocol.registerSchemesAsPrivileged',
        'app.requestSingleInstanceLock',
      ]),
    )
    expect(early.windows).toEqual([])
    early.becomeReady()
    await soon(() => expect(early.windows).toHaveLength(1))
    await early.stop()
  })
})

describe('permissions', () => {
  it('every handler is set and denies', () => {
    const { handlers } = desktop.session
    const answers: unknown[] = []
    const answer = (value: unknown) => answers.push(value)
    const unused = null as never
    handlers.setPermissionRequestHandler?.(unused, 'media', answer, unused)
    handlers.setDisplayMediaRequestHandler?.(unused, answer)
    handlers.setBluetoothPairingHandler?.(unused, answer)
    expect(answers).toEqual([false, null, { confirmed: false }])
    expect(handlers.setPermissionCheckHandler?.(null, 'clipboard-read', '', unused)).toBe(false)
    expect(handlers.setDevicePermissionHandler?.(unused)).toBe(false)
  })

  it('no device is chosen and no download starts', () => {
    const events = [cancellable({}), cancellable({}), cancellable({}), cancellable({})] as const
    const chosen: unknown[] = []
    const choose = (value?: unknown) => chosen.push(value)
    const unused = null as never
    desktop.session.fire('select-hid-device', events[0], unused, choose)
    desktop.session.fire('select-usb-device', events[1], unused, choose)
    desktop.session.fire('select-serial-port', events[2], [], unused, choose)
    desktop.session.fire('will-download', events[3])
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true, true, true])
    expect(chosen).toEqual([null, undefined, ''])
  })

  it('a session that nobody meant to make is sealed as well', () => {
    const foreign = desktop.createForeignSession()
    expect(foreign.handlers.setPermissionCheckHandler?.(null, 'media', '', null as never)).toBe(false)
    expect(foreign.onRequest()).not.toBeNull()
  })
})

describe('navigation', () => {
  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://other/index.html',
    'app://mainstay/assets/index.js',
    'app://mainstay/index.html?x',
  ])('to %s is denied', (url) => {
    const inWindow = navigation(url)
    const inFrame = navigation(url)
    desktop.window.firePage('will-navigate', inWindow)
    desktop.window.firePage('will-frame-navigate', inFrame)
    expect([inWindow.defaultPrevented, inFrame.defaultPrevented]).toEqual([true, true])
  })

  it('a reload of our page is let through, a frame with our page is not', () => {
    const reload = navigation('app://mainstay/index.html#/accounts')
    const frame = navigation('app://mainstay/index.html', false)
    desktop.window.firePage('will-navigate', reload)
    desktop.window.firePage('will-frame-navigate', frame)
    expect([reload.defaultPrevented, frame.defaultPrevented]).toEqual([false, true])
  })

  it('every redirect, new window and webview is denied', () => {
    const redirect = navigation('app://mainstay/index.html')
    const webview = cancellable({})
    desktop.window.firePage('will-redirect', redirect)
    desktop.window.firePage('will-attach-webview', webview, {}, {})
    expect([redirect.defaultPrevented, webview.defaultPrevented]).toEqual([true, true])
    expect(desktop.window.windowOpenHandler?.({ url: 'app://mainstay/index.html' } as never)).toEqual({
      action: 'deny',
    })
  })

  it('a page that something else brings up is held as well', () => {
    const foreign = desktop.createForeignWindow()
    const away = navigation('https://example.com/')
    foreign.firePage('will-navigate', away)
    expect(away.defaultPrevented).toBe(true)
    desktop.windows.pop()
  })
})

describe('one channel, one sender', () => {
  const frame = { origin: 'app://mainstay', url: 'app://mainstay/index.html', detached: false, parent: null }

  it('there is one handler in all', () => {
    expect([...desktop.invokeHandlers.keys()]).toEqual(['mainstay'])
  })

  it('our own page is answered', async () => {
    const answer = await desktop.invoke(desktop.window, frame, 'mainstay', asked('workspace.current'))
    expect(answer).toEqual({ ok: true, value: null })
  })

  it.each([
    ['a frame that has navigated away', null],
    ['a foreign origin', { ...frame, origin: 'https://example.com' }],
    ['an opaque origin', { ...frame, origin: 'null' }],
    ['an origin that begins like ours', { ...frame, origin: 'app://mainstay.example' }],
    ['another document of ours', { ...frame, url: 'app://mainstay/assets/index.js' }],
    ['a frame inside our page', { ...frame, parent: frame }],
    ['a detached frame', { ...frame, detached: true }],
  ])('%s is turned away', async (_, sender) => {
    await expect(
      desktop.invoke(desktop.window, sender, 'mainstay', asked('workspace.current')),
    ).rejects.toThrow('not answered')
  })

  it('another window with our page is turned away', async () => {
    const foreign = desktop.createForeignWindow()
    await expect(desktop.invoke(foreign, frame, 'mainstay', asked('workspace.current'))).rejects.toThrow(
      'not answered',
    )
    desktop.windows.pop()
  })

  it.each([
    ['no text', { type: 'call', name: 'workspace.current', input: {} }],
    ['nothing', undefined],
    ['bad JSON', '{"type":'],
    ['an unknown type', '{"type":"eval","code":"1"}'],
    ['more than its type takes', '{"type":"pick-file","kind":"orders","path":"/etc/passwd"}'],
    ['an unknown kind of file', '{"type":"pick-file","kind":"any"}'],
    ['too much', asked('x', 'x'.repeat(1_000_001))],
  ])('a request that is %s is a typed error', async (_, request) => {
    const answer = await desktop.invoke(desktop.window, frame, 'mainstay', request)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})

describe('the preload', () => {
  it('exposes exactly call, onEvent and host', async () => {
    const bridge = await loadBridge(desktop)
    expect([...desktop.exposed.keys()]).toEqual(['mainstay'])
    expect(Object.keys(bridge)).toEqual(['call', 'onEvent', 'host'])
    expect(Object.keys(bridge.host)).toEqual([
      'kind',
      'pickFile',
      'pickPlace',
      'receiveFile',
      'saveDownload',
      'openExternal',
      'onHostEvent',
    ])
  })
})

describe('a packaged build', () => {
  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect'])(
    'does not start with --%s',
    async (name) => {
      const packaged = await startBeforeReady({ isPackaged: true, switches: [name] })
      expect(packaged.argumentsOf('app.exit')).toEqual([[1]])
      expect(packaged.argumentsOf('app.requestSingleInstanceLock')).toEqual([])
      await packaged.stop()
    },
  )

  it('has no developer tools, in the window or in the menu, and loads none', async () => {
    const packaged = await startDesktopTarget({ isPackaged: true })
    expect(packaged.window.options.webPreferences?.devTools).toBe(false)
    expect(JSON.stringify(packaged.menu())).not.toContain('toggleDevTools')
    let answer: unknown
    packaged.session.onRequest()?.({ url: 'devtools://devtools/bundled/x.js' } as never, (given) => {
      answer = given
    })
    expect(answer).toEqual({ cancel: true })
    await packaged.stop()
  })
})
