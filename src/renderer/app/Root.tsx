import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-tw'
import { DatesProvider } from '@mantine/dates'
import { Outlet } from '@tanstack/react-router'
import type { Language } from '#shared/contract/workspace.ts'
import { useCall } from '../api/use-call.ts'
import { ConfirmProvider } from '../components/ConfirmDialog.tsx'
import { FormatProvider, useLanguage } from '../components/format.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { useHostEvents } from './use-host-events.ts'
import { usePreferences } from './use-preferences.ts'

const DATES: Record<Language, { locale: string; weekendDays: [] }> = {
  'zh-CN': { locale: 'zh-cn', weekendDays: [] },
  'zh-TW': { locale: 'zh-tw', weekendDays: [] },
  en: { locale: 'en', weekendDays: [] },
}

/** What every screen stands in: numbers in the workspace's currency, questions, the host's menu. */
export function Root() {
  const { data: workspace } = useCall('workspace.current', {})
  const { data: settings } = useCall('settings.get', {}, { enabled: Boolean(workspace) })
  const language = useLanguage()
  usePreferences()
  useHostEvents()
  return (
    <FormatProvider currency={workspace ? (settings?.baseCurrency ?? null) : null}>
      <DatesProvider settings={DATES[language]}>
        <ConfirmProvider>
          <Outlet />
          <ConnectionNotice />
        </ConfirmProvider>
      </DatesProvider>
    </FormatProvider>
  )
}
