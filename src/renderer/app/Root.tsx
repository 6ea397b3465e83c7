import { Outlet } from '@tanstack/react-router'
import { useCall } from '../api/use-call.ts'
import { ConfirmProvider } from '../components/ConfirmDialog.tsx'
import { FormatProvider } from '../components/format.tsx'
import { useHostEvents } from './use-host-events.ts'
import { usePreferences } from './use-preferences.ts'

/** What every screen stands in: numbers in the workspace's currency, questions, the host's menu. */
export function Root() {
  const { data: workspace } = useCall('workspace.current', {})
  const { data: settings } = useCall('settings.get', {}, { enabled: Boolean(workspace) })
  usePreferences()
  useHostEvents()
  return (
    <FormatProvider currency={workspace ? (settings?.baseCurrency ?? null) : null}>
      <ConfirmProvider>
        <Outlet />
      </ConfirmProvider>
    </FormatProvider>
  )
}
