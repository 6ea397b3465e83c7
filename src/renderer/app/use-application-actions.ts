import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBuilding,
  IconDeviceFloppy,
  IconDownload,
  IconFolder,
  IconHistory,
  IconKeyboard,
  IconLayoutDashboard,
  IconReportAnalytics,
  IconSearch,
  IconSettings,
  IconUpload,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionGroup } from '../components/actions/action.ts'
import { useActions } from '../components/actions/use-actions.ts'
import { useUndo } from '../components/page/use-undo.tsx'
import { useChangeText } from '../components/use-change-text.ts'
import { useCheckpoint } from '../components/use-checkpoint.ts'
import { useExportCopy } from '../components/use-export-copy.ts'
import { useLeaveWorkspace } from './use-leave-workspace.ts'

function useNavigationActions(): ActionGroup {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  return useMemo(
    () => ({
      scope: 'navigation',
      title: t('frame.goTo'),
      actions: [
        {
          id: 'show-portfolio',
          label: t('nav.portfolio'),
          icon: IconLayoutDashboard,
          shortcut: 'g p',
          run: () => void navigate({ to: '/portfolio' }),
        },
        {
          id: 'show-accounts',
          label: t('nav.accounts'),
          icon: IconBuilding,
          shortcut: 'g a',
          run: () => void navigate({ to: '/accounts' }),
        },
        {
          id: 'show-model',
          label: t('nav.scoring'),
          icon: IconAdjustmentsHorizontal,
          shortcut: 'g s',
          run: () => void navigate({ to: '/scoring' }),
        },
        {
          id: 'show-analysis',
          label: t('nav.analysis'),
          icon: IconReportAnalytics,
          shortcut: 'g n',
          run: () => void navigate({ to: '/analysis' }),
        },
        {
          id: 'import-orders',
          label: t('nav.import'),
          icon: IconUpload,
          shortcut: 'g i',
          run: () => void navigate({ to: '/import' }),
        },
        {
          id: 'show-history',
          label: t('nav.history'),
          icon: IconHistory,
          shortcut: 'g h',
          run: () => void navigate({ to: '/history' }),
        },
        {
          id: 'show-settings',
          label: t('nav.settings'),
          icon: IconSettings,
          shortcut: 'g e',
          run: () => void navigate({ to: '/settings' }),
        },
      ],
    }),
    [t, navigate],
  )
}

/** What works on every page of an open workspace; the ids are those of the native menu. */
export function useApplicationActions(openPalette: () => void, openShortcuts: () => void): void {
  const { t } = useTranslation('common')
  const { undoEntry, redoEntry, undo, redo } = useUndo()
  const changeText = useChangeText()
  const checkpoint = useCheckpoint()
  const { exportCopy } = useExportCopy()
  const leave = useLeaveWorkspace()

  const application = useMemo<ActionGroup>(
    () => ({
      scope: 'application',
      title: t('frame.application'),
      actions: [
        { id: 'find', label: t('frame.search'), icon: IconSearch, shortcut: 'ctrl+k', run: openPalette },
        {
          id: 'undo',
          label: undoEntry ? t('frame.undoWhat', { what: changeText(undoEntry.label) }) : t('undo'),
          icon: IconArrowBackUp,
          shortcut: 'ctrl+z',
          isDisabled: !undoEntry,
          run: () => undo(),
        },
        {
          id: 'redo',
          label: redoEntry ? t('frame.redoWhat', { what: changeText(redoEntry.label) }) : t('redo'),
          icon: IconArrowForwardUp,
          shortcut: 'ctrl+shift+z',
          isDisabled: !redoEntry,
          run: () => redo(),
        },
        {
          id: 'checkpoint',
          label: t('frame.checkpoint'),
          icon: IconDeviceFloppy,
          shortcut: 'ctrl+s',
          run: checkpoint,
        },
        { id: 'export-copy', label: t('frame.exportCopy'), icon: IconDownload, run: exportCopy },
        { id: 'close-workspace', label: t('frame.switchWorkspace'), icon: IconFolder, run: leave },
        {
          id: 'show-shortcuts',
          label: t('frame.allShortcuts'),
          icon: IconKeyboard,
          shortcut: '?',
          run: openShortcuts,
        },
      ],
    }),
    [
      t,
      changeText,
      undoEntry,
      redoEntry,
      undo,
      redo,
      checkpoint,
      exportCopy,
      leave,
      openPalette,
      openShortcuts,
    ],
  )

  useActions(useNavigationActions())
  useActions(application)
}
