import type { WebContents } from 'electron'
import { isAppPage } from './app-origin.ts'

/** Keeps a window on its own page: no other address, no redirect, no frame, no second window, no webview. */
export function denyNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (details) => {
    // A reload of the page is the one navigation left.
    if (!details.isMainFrame || !isAppPage(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
}
