import { Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../api/use-call.ts'
import { useCommand } from '../api/use-command.ts'
import { ShortcutOverview } from '../components/actions/ShortcutOverview.tsx'
import { useShortcuts } from '../components/actions/use-shortcuts.ts'
import { FrameSlotsContext } from '../components/page/frame-slots.ts'
import { focusContent } from '../components/use-focus-return.ts'
import { Palette } from '../features/palette/index.ts'
import styles from './Frame.module.css'
import { Rail } from './Rail.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useApplicationActions } from './use-application-actions.ts'
import { useClassTexts } from './use-class-texts.ts'
import { useImportDrop } from './use-import-drop.ts'

/** Rail, page and status bar around every route of an open workspace. */
export function Frame() {
  const { t } = useTranslation('common')
  const { data: preferences } = useCall('preferences.get', {})
  const revisePreferences = useCommand('preferences.revise')
  const [statusElement, setStatusElement] = useState<HTMLElement | null>(null)
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isOverviewOpen, setOverviewOpen] = useState(false)
  const openPalette = useCallback(() => setPaletteOpen(true), [])
  const openShortcuts = useCallback(() => setOverviewOpen(true), [])
  const isCollapsed = preferences?.railCollapsed ?? false

  useStartWithoutWorkspace()
  useClassTexts()
  useImportDrop()
  useShortcuts(preferences?.singleKeyShortcuts ?? true)
  useApplicationActions(openPalette, openShortcuts)

  const slots = useMemo(() => ({ statusElement, openPalette }), [statusElement, openPalette])
  return (
    <FrameSlotsContext value={slots}>
      <div className={styles.frame} data-collapsed={isCollapsed || undefined}>
        <button type="button" className={styles.skip} onClick={focusContent}>
          {t('frame.skip')}
        </button>
        <Rail
          isCollapsed={isCollapsed}
          onToggle={() => revisePreferences.mutate({ railCollapsed: !isCollapsed })}
        />
        <div className={styles.page}>
          <Outlet />
        </div>
        <StatusBar slotRef={setStatusElement} />
      </div>
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <ShortcutOverview isOpen={isOverviewOpen} onClose={() => setOverviewOpen(false)} />
    </FrameSlotsContext>
  )
}

/** A workspace closed elsewhere, or lost with its engine, leaves nothing to show here. */
function useStartWithoutWorkspace(): void {
  const navigate = useNavigate()
  const { data: workspace } = useCall('workspace.current', {})
  useEffect(() => {
    if (workspace === null) void navigate({ to: '/' })
  }, [workspace, navigate])
}
