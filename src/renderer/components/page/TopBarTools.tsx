import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSavedAt } from '../../api/saved.ts'
import { useCall } from '../../api/use-call.ts'
import { useFormat } from '../format.tsx'
import { Keys } from '../Keys.tsx'
import { useChangeText } from '../use-change-text.ts'
import { useFrameSlots } from './frame-slots.ts'
import styles from './TopBarTools.module.css'
import { useUndo } from './use-undo.tsx'

function SavedTime() {
  const { t } = useTranslation('common')
  const format = useFormat()
  const savedNow = useSavedAt()
  const { data: workspace } = useCall('workspace.current', {})
  const at = savedNow ?? workspace?.lastSavedAt ?? null
  if (workspace?.isReadOnly) return <span className={styles.saved}>{t('frame.readOnly')}</span>
  if (!workspace) return null
  return (
    <Tooltip label={at ? format.momentFull(at) : ''} disabled={!at}>
      <span className={styles.saved} role="status">
        <IconCheck size={14} stroke={1.6} aria-hidden />
        {at ? t('frame.saved', { time: format.time(at) }) : t('frame.allSaved')}
      </span>
    </Tooltip>
  )
}

/** Search, undo, redo and the saved time: the same in the same place on every page. */
export function TopBarTools() {
  const { t } = useTranslation('common')
  const { openPalette } = useFrameSlots()
  const { undoEntry, redoEntry, undo, redo, isBusy } = useUndo()
  const changeText = useChangeText()
  const undoLabel = undoEntry
    ? t('frame.undoWhat', { what: changeText(undoEntry.label) })
    : t('frame.nothingToUndo')
  const redoLabel = redoEntry
    ? t('frame.redoWhat', { what: changeText(redoEntry.label) })
    : t('frame.nothingToRedo')

  return (
    <>
      <button type="button" className={styles.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={styles.searchText}>{t('frame.search')}</span>
        <Keys shortcut="ctrl+k" isJoined />
      </button>
      <Tooltip label={undoLabel}>
        <ActionIcon
          aria-label={undoLabel}
          aria-disabled={!undoEntry}
          data-disabled={!undoEntry}
          onClick={() => undoEntry && !isBusy && undo()}
        >
          <IconArrowBackUp size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoLabel}>
        <ActionIcon
          aria-label={redoLabel}
          aria-disabled={!redoEntry}
          data-disabled={!redoEntry}
          onClick={() => redoEntry && !isBusy && redo()}
        >
          <IconArrowForwardUp size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <SavedTime />
    </>
  )
}
