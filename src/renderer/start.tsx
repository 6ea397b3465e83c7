import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './components/theme/global.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import { callKey } from './api/call-key.ts'
import { call, connectBridge } from './api/client.ts'
import { findBridge } from './api/connect.ts'
import { listenToApplication } from './api/listen.ts'
import { queryClient } from './api/query-client.ts'
import { startLanguages, systemLanguage } from './app/i18n.ts'
import { NotConnected } from './app/NotConnected.tsx'
import { Providers } from './app/Providers.tsx'
import { preloadPages } from './app/routes.tsx'
import { installTrustedTypesPolicy } from './app/trusted-types.ts'
import { publishStyleNonce } from './components/theme/style-nonce.ts'

installTrustedTypesPolicy()
publishStyleNonce()

/** Connects to the host and draws the application in the chosen language and theme. */
export async function start(): Promise<void> {
  const container = document.getElementById('root')
  if (!container) return
  const root = createRoot(container)
  const bridge = await findBridge()
  if (!bridge) {
    await startLanguages(systemLanguage())
    root.render(<NotConnected />)
    return
  }
  connectBridge(bridge)
  listenToApplication()
  const preferences = await call('preferences.get', {})
  queryClient.setQueryData(callKey('preferences.get', {}), preferences)
  await startLanguages(preferences.language ?? systemLanguage())
  root.render(
    <StrictMode>
      <Providers colourScheme={preferences.colourScheme} />
    </StrictMode>,
  )
  requestIdleCallback(preloadPages)
}
