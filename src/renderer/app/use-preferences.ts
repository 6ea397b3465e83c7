import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { ColourScheme } from '#shared/contract/workspace.ts'
import { useCall } from '../api/use-call.ts'
import { switchLanguage, systemLanguage } from './i18n.ts'

export const mantineScheme = (scheme: ColourScheme): MantineColorScheme =>
  scheme === 'system' ? 'auto' : scheme

/** Puts a change of language or theme into force at once, wherever it was made. */
export function usePreferences(): void {
  const { data: preferences } = useCall('preferences.get', {})
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (!preferences) return
    switchLanguage(preferences.language ?? systemLanguage())
    setColorScheme(mantineScheme(preferences.colourScheme))
  }, [preferences, setColorScheme])
}
