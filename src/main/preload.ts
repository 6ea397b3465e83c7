import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { CallResult } from '#shared/contract/call-result.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import type { HostEvent, MainstayBridge } from '#shared/contract/host-bridge.ts'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from './hosts/electron/channels.ts'
import type { HostRequest } from './hosts/electron/host-request.ts'
import { failure } from './hosts/file-failure.ts'

type HostMessage = { type: 'application'; event: ApplicationEvent } | { type: 'host'; event: HostEvent }

async function ask<Value>(request: HostRequest): Promise<CallResult<Value>> {
  try {
    return await ipcRenderer.invoke(REQUEST_CHANNEL, JSON.stringify(request))
  } catch (error) {
    return failure('internal', error instanceof Error ? error.message : String(error))
  }
}

function follow(take: (message: HostMessage) => void): () => void {
  const listener = (_event: IpcRendererEvent, message: HostMessage) => take(message)
  ipcRenderer.on(EVENT_CHANNEL, listener)
  return () => {
    ipcRenderer.off(EVENT_CHANNEL, listener)
  }
}

const bridge: MainstayBridge<File> = {
  call: (name, input) => ask({ type: 'call', name, input }),
  onEvent: (listener) =>
    follow((message) => {
      if (message.type === 'application') listener(message.event)
    }),
  host: {
    kind: 'electron',
    pickFile: (kind) => ask({ type: 'pick-file', kind }),
    pickPlace: (suggestedName) => ask({ type: 'pick-place', suggestedName }),
    async receiveFile(file) {
      // Electron knows the path of a file the user dropped; one made by a script has none.
      const path = webUtils.getPathForFile(file)
      return path === ''
        ? failure('file-unreadable', `${file.name} is not a file of this machine`, { name: file.name })
        : ask({ type: 'receive-file', path })
    },
    saveDownload: (download) => ask({ type: 'save-download', download }),
    openExternal: (address) => ask({ type: 'open-external', address }),
    onHostEvent(listener) {
      const stop = follow((message) => {
        if (message.type === 'host') listener(message.event)
      })
      void ask({ type: 'listen' })
      return stop
    },
  },
}

// A window that is not sealed gets nothing at all.
if (!process.sandboxed || !process.contextIsolated) throw new Error('The window is not sealed')
contextBridge.exposeInMainWorld('mainstay', bridge)
