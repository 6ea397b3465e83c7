import type {
  App,
  BrowserWindow,
  Event,
  RenderProcessGoneDetails,
  SelectHidDeviceDetails,
  SelectUsbDeviceDetails,
  SerialPort,
  Session,
  WebContents,
  WebContentsDidStartNavigationEventParams,
  WebContentsWillFrameNavigateEventParams,
  WebContentsWillNavigateEventParams,
  WebContentsWillRedirectEventParams,
  WebPreferences,
} from 'electron'

interface Emitter {
  on: (...args: never[]) => unknown
}

/**
 * The events of a table that electron declares with these arguments, by name;
 * `never` for a name it does not know or arguments it does not send, so that firing one does not compile.
 */
export type Declared<Source extends Emitter, Table extends { [Name in keyof Table]: readonly unknown[] }> = {
  [Name in keyof Table]: Source['on'] extends (
    event: Name,
    listener: (...args: Table[Name]) => void,
  ) => unknown
    ? Table[Name]
    : never
}

export type AppEvents = Declared<
  App,
  {
    'second-instance': [event: Event, args: string[], folder: string, data: unknown]
    'open-file': [event: Event, path: string]
    'window-all-closed': []
    'will-quit': [event: Event]
    activate: [event: Event, hasVisibleWindows: boolean]
  }
>

export type PageEvents = Declared<
  WebContents,
  {
    'will-navigate': [details: Event<WebContentsWillNavigateEventParams>]
    'will-frame-navigate': [details: Event<WebContentsWillFrameNavigateEventParams>]
    'will-redirect': [details: Event<WebContentsWillRedirectEventParams>]
    'will-attach-webview': [event: Event, preferences: WebPreferences, attributes: Record<string, string>]
    'did-start-navigation': [details: Event<WebContentsDidStartNavigationEventParams>]
    'render-process-gone': [event: Event, details: RenderProcessGoneDetails]
  }
>

export type SessionEvents = Declared<
  Session,
  {
    'select-hid-device': [
      event: Event,
      details: SelectHidDeviceDetails,
      answer: (deviceId?: string | null) => void,
    ]
    'select-usb-device': [event: Event, details: SelectUsbDeviceDetails, answer: (deviceId?: string) => void]
    'select-serial-port': [
      event: Event,
      ports: SerialPort[],
      contents: WebContents,
      answer: (portId: string) => void,
    ]
    'will-download': [event: Event]
  }
>

export type WindowEvents = Declared<BrowserWindow, { 'ready-to-show': []; closed: [] }>
