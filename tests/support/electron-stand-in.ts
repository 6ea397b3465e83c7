import { EventEmitter } from 'node:events'
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  ContextBridge,
  Dialog,
  Event,
  IpcMain,
  IpcRenderer,
  Menu,
  MenuItemConstructorOptions,
  MessageBoxReturnValue,
  NativeTheme,
  OpenDialogReturnValue,
  Protocol,
  SaveDialogReturnValue,
  Session,
  Shell,
  WebContents,
  WebFrameMain,
  WebRequest,
  WebUtils,
} from 'electron'
import type { AppEvents, PageEvents, SessionEvents, WindowEvents } from './electron-events.ts'

interface Recorded {
  /** Such as `app.setPath`. */
  name: string
  args: readonly unknown[]
}

export interface StandInSettings {
  isPackaged?: boolean
  /** False where another instance runs already. */
  hasLock?: boolean
  /** Switches given on the command line. */
  switches?: readonly string[]
  systemLanguages?: readonly string[]
}

/** A frame that sends; tests forge the ones that must be turned away. */
export type StandInFrame = Pick<WebFrameMain, 'origin' | 'url' | 'detached'> & {
  readonly parent: StandInFrame | null
}

const nullHandlers = {
  setPermissionRequestHandler: null as Parameters<Session['setPermissionRequestHandler']>[0],
  setPermissionCheckHandler: null as Parameters<Session['setPermissionCheckHandler']>[0],
  setDevicePermissionHandler: null as Parameters<Session['setDevicePermissionHandler']>[0],
  setDisplayMediaRequestHandler: null as Parameters<Session['setDisplayMediaRequestHandler']>[0],
  setBluetoothPairingHandler: null as Parameters<Session['setBluetoothPairingHandler']>[0],
}

/** An event that remembers whether it was prevented. */
export function cancellable<Params extends object>(params: Params): Event<Params> {
  let isPrevented = false
  const event = {
    preventDefault() {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(params)) as Event<Params>
}

/** What crosses between processes is copied, so functions and prototypes don't get through. */
const cross = <Value>(value: Value): Value => structuredClone(value)

/**
 * Stands for the `electron` module where its binary can't be had: it records what it is asked and lets a test
 * fire events. Every part is typed by electron's own declarations, so that it can't offer what electron lacks.
 */
export function createElectronStandIn(settings: StandInSettings = {}) {
  const { isPackaged = false, hasLock = true, switches = [], systemLanguages = ['en-US'] } = settings
  const recorded: Recorded[] = []
  const record =
    <Args extends readonly unknown[], Result>(name: string, act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      recorded.push({ name, args })
      return act(...args)
    }
  const nothing = () => undefined
  const appEmitter = new EventEmitter()
  let becomeReady = nothing as () => void
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })

  function createSession(partition: string) {
    const emitter = new EventEmitter()
    const handlers = { ...nullHandlers }
    const schemes = new Map<string, Parameters<Protocol['handle']>[1]>()
    let onRequest: Parameters<WebRequest['onBeforeRequest']>[0] = null
    const set = <Name extends keyof typeof handlers>(name: Name) =>
      record(`session.${name}`, (handler: (typeof handlers)[Name]) => {
        handlers[name] = handler
      })
    const session = {
      setPermissionRequestHandler: set('setPermissionRequestHandler'),
      setPermissionCheckHandler: set('setPermissionCheckHandler'),
      setDevicePermissionHandler: set('setDevicePermissionHandler'),
      setDisplayMediaRequestHandler: set('setDisplayMediaRequestHandler'),
      setBluetoothPairingHandler: set('setBluetoothPairingHandler'),
      protocol: {
        handle: record('session.protocol.handle', (scheme, handler) => {
          schemes.set(scheme, handler)
        }),
      } satisfies Pick<Protocol, 'handle'>,
      webRequest: {
        onBeforeRequest: (listener: typeof onRequest) => {
          recorded.push({ name: 'session.webRequest.onBeforeRequest', args: [listener] })
          onRequest = listener
        },
      },
    } satisfies Pick<Session, keyof typeof handlers> & {
      protocol: Pick<Protocol, 'handle'>
      webRequest: { onBeforeRequest(listener: typeof onRequest): void }
    }
    const on = (name: string, listener: (...args: unknown[]) => void) => emitter.on(name, listener)
    const made = { ...session, on }
    const control = {
      partition,
      electron: made,
      handlers,
      schemes,
      onRequest: () => onRequest,
      fire: <Name extends keyof SessionEvents>(name: Name, ...args: SessionEvents[Name]) =>
        emitter.emit(name, ...args),
    }
    appEmitter.emit('session-created', made)
    return control
  }
  const sessions = new Map<string, ReturnType<typeof createSession>>()

  const invokeHandlers = new Map<string, Parameters<IpcMain['handle']>[1]>()
  const rendererEmitter = new EventEmitter()
  const windows: StandInWindow[] = []

  class StandInWindow extends EventEmitter {
    readonly options: BrowserWindowConstructorOptions
    readonly pages = new EventEmitter()
    readonly frame: StandInFrame & { url: string } = {
      origin: 'app://mainstay',
      url: 'about:blank',
      detached: false,
      parent: null,
    }
    readonly sent: { channel: string; message: unknown }[] = []
    windowOpenHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined
    isShown = false
    isAtFront = false
    isSmall = false
    reloads = 0

    readonly webContents = Object.assign(this.pages, {
      send: (channel: string, message: unknown) => {
        this.sent.push({ channel, message: cross(message) })
        rendererEmitter.emit(channel, {}, cross(message))
      },
      setWindowOpenHandler: (handler: Parameters<WebContents['setWindowOpenHandler']>[0]) => {
        this.windowOpenHandler = handler
      },
    } satisfies Pick<WebContents, 'send' | 'setWindowOpenHandler'>)

    constructor(options: BrowserWindowConstructorOptions) {
      super()
      recorded.push({ name: 'BrowserWindow', args: [options] })
      this.options = options
      windows.push(this)
      appEmitter.emit('web-contents-created', cancellable({}), this.webContents)
    }

    async loadURL(url: string): Promise<void> {
      recorded.push({ name: 'window.loadURL', args: [url] })
      this.frame.url = url
    }
    show(): void {
      this.isShown = true
    }
    focus(): void {
      this.isAtFront = true
    }
    isMinimized(): boolean {
      return this.isSmall
    }
    restore(): void {
      this.isSmall = false
    }
    reload(): void {
      this.reloads += 1
    }
    fire<Name extends keyof WindowEvents>(name: Name, ...args: WindowEvents[Name]): void {
      this.emit(name, ...args)
    }
    firePage<Name extends keyof PageEvents>(name: Name, ...args: PageEvents[Name]): void {
      this.pages.emit(name, ...args)
    }
  }

  const answers = {
    open: { canceled: true, filePaths: [] } as OpenDialogReturnValue,
    save: { canceled: true, filePath: '' } as SaveDialogReturnValue,
    message: { response: 1, checkboxChecked: false } as MessageBoxReturnValue,
  }
  const exposed = new Map<string, unknown>()
  let template: readonly MenuItemConstructorOptions[] = []
  const pathByFile = new Map<File, string>()

  const commandLine = {
    appendSwitch: record('app.commandLine.appendSwitch', nothing),
    hasSwitch: (name: string) => switches.includes(name),
  } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch'>

  const app = {
    isPackaged,
    setPath: record('app.setPath', nothing),
    enableSandbox: record('app.enableSandbox', nothing),
    requestSingleInstanceLock: record('app.requestSingleInstanceLock', () => hasLock),
    whenReady: () => ready,
    quit: record('app.quit', nothing),
    exit: record('app.exit', nothing),
    getPreferredSystemLanguages: () => [...systemLanguages],
  } satisfies Pick<
    App,
    | 'isPackaged'
    | 'setPath'
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'quit'
    | 'exit'
    | 'getPreferredSystemLanguages'
  >

  const module = {
    app: {
      ...app,
      commandLine,
      on: (name: string, listener: (...args: unknown[]) => void) => appEmitter.on(name, listener),
    },
    BrowserWindow: StandInWindow satisfies new (
      options: BrowserWindowConstructorOptions,
    ) => Pick<BrowserWindow, 'loadURL' | 'show' | 'focus' | 'isMinimized' | 'restore' | 'reload'>,
    Menu: {
      buildFromTemplate: (items: MenuItemConstructorOptions[]) => items,
      setApplicationMenu: (items: MenuItemConstructorOptions[]) => {
        template = items
      },
    } satisfies Record<keyof Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>, unknown>,
    dialog: {
      showOpenDialog: record('dialog.showOpenDialog', async (..._args: unknown[]) => answers.open),
      showSaveDialog: record('dialog.showSaveDialog', async (..._args: unknown[]) => answers.save),
      showMessageBox: record('dialog.showMessageBox', async (..._args: unknown[]) => answers.message),
      showErrorBox: record('dialog.showErrorBox', nothing),
    } satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>,
    ipcMain: {
      handle: record('ipcMain.handle', (channel, handler) => {
        invokeHandlers.set(channel, handler)
      }),
    } satisfies Pick<IpcMain, 'handle'>,
    nativeTheme: { shouldUseDarkColors: false } satisfies Pick<NativeTheme, 'shouldUseDarkColors'>,
    protocol: {
      registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged', nothing),
    } satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>,
    session: {
      fromPartition: (partition: string) => {
        const known = sessions.get(partition) ?? createSession(partition)
        sessions.set(partition, known)
        return known.electron
      },
    } satisfies Record<keyof Pick<typeof import('electron')['session'], 'fromPartition'>, unknown>,
    shell: {
      openExternal: record('shell.openExternal', async () => undefined),
    } satisfies Pick<Shell, 'openExternal'>,
    contextBridge: {
      exposeInMainWorld: record('contextBridge.exposeInMainWorld', (key, api) => {
        exposed.set(key, api)
      }),
    } satisfies Pick<ContextBridge, 'exposeInMainWorld'>,
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]) => {
        const [window] = windows
        return window && invoke(window, window.frame, channel, ...args)
      },
      on: (channel: string, listener: (...args: unknown[]) => void) => rendererEmitter.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) =>
        rendererEmitter.off(channel, listener),
    } satisfies Record<keyof Pick<IpcRenderer, 'invoke' | 'on' | 'off'>, unknown>,
    webUtils: {
      getPathForFile: (file: File) => pathByFile.get(file) ?? '',
    } satisfies Pick<WebUtils, 'getPathForFile'>,
  } satisfies Partial<Record<keyof typeof import('electron'), unknown>>

  /** Sends to the main process as a frame would. */
  async function invoke(
    window: StandInWindow,
    senderFrame: StandInFrame | null,
    channel: string,
    ...args: unknown[]
  ): Promise<unknown> {
    const handler: ((event: never, ...args: unknown[]) => unknown) | undefined = invokeHandlers.get(channel)
    if (!handler) throw new Error(`No handler for ${channel}`)
    const event = { sender: window.webContents, senderFrame }
    return cross(await handler(event as never, ...cross(args)))
  }

  return {
    module,
    recorded,
    answers,
    exposed,
    windows,
    sessions,
    invokeHandlers,
    invoke,
    becomeReady: () => becomeReady(),
    /** As the user drops a file of this machine. */
    dropFile(name: string, path: string): File {
      const file = new File([], name)
      pathByFile.set(file, path)
      return file
    },
    menu: () => template,
    argumentsOf: (name: string) => recorded.filter((call) => call.name === name).map(({ args }) => args),
    fireApp: <Name extends keyof AppEvents>(name: Name, ...args: AppEvents[Name]) =>
      appEmitter.emit(name, ...args),
    /** A session that something other than our own code brings up. */
    createForeignSession: () => createSession('foreign'),
    createForeignWindow: () => new StandInWindow({}),
  }
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>
