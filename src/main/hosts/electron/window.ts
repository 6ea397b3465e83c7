import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron'

/** A window without Node, in a sandbox, apart from the page's own scripts. */
const SEALED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  // The dictionary would come from the network.
  spellcheck: false,
} as const satisfies WebPreferences

interface WindowSettings {
  session: Session
  preloadFile: string
  isPackaged: boolean
  isDark: boolean
}

/** The one kind of window. Electron keeps its place and size under its name. */
export function windowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { session, preloadFile, isPackaged, isDark } = settings
  return {
    name: 'main',
    windowStatePersistence: true,
    width: 1_366,
    height: 768,
    minWidth: 1_024,
    minHeight: 600,
    show: false,
    backgroundColor: isDark ? '#1a1b1e' : '#ffffff',
    webPreferences: { ...SEALED, session, preload: preloadFile, devTools: !isPackaged },
  }
}
