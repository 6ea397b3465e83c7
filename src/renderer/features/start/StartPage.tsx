import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pickFile, takeFile } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { ShortcutOverview } from '../../components/actions/ShortcutOverview.tsx'
import { useActions } from '../../components/actions/use-actions.ts'
import { useShortcuts } from '../../components/actions/use-shortcuts.ts'
import { useFileDrop } from '../../components/use-file-drop.ts'
import { useOpenWorkspace } from '../../components/use-open-workspace.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { OpenFailure } from './OpenFailure.tsx'
import { RecentList } from './RecentList.tsx'
import { StartActs } from './StartActs.tsx'
import { StartDropZone } from './StartDropZone.tsx'
import styles from './StartPage.module.css'
import { useImportStart } from './use-import-start.ts'

const route = getRouteApi('/')

/** Where was I, how do I begin: four acts, the recent workspaces, and a place to drop orders. */
export function StartPage() {
  const { t } = useTranslation('start')
  const { act } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: preferences } = useCall('preferences.get', {})
  const opening = useOpenWorkspace({ showsFailure: true })
  const { openFile, openSample } = opening
  const [isCreating, setCreating] = useState(false)
  const [isOverviewOpen, setOverviewOpen] = useState(false)
  const importStart = useImportStart()
  const { chooseOrders } = importStart

  const { dropOrders } = importStart
  const dropAnywhere = useCallback(
    (file: File) => {
      if (!file.name.toLowerCase().endsWith('.mainstay')) dropOrders(file)
      else void takeFile(file).then(({ token }) => openFile(token))
    },
    [dropOrders, openFile],
  )
  useFileDrop(dropAnywhere)

  const create = useCallback(() => setCreating(true), [])
  const endCreating = () => {
    setCreating(false)
    importStart.forget()
  }
  const openChosen = useCallback(() => {
    void pickFile('workspace').then((file) => {
      if (file) openFile(file.token)
    })
  }, [openFile])

  const actions = useMemo<ActionGroup>(
    () => ({
      scope: 'page',
      title: t('title'),
      actions: [
        { id: 'open-sample', label: t('acts.sample.label'), shortcut: 's', run: openSample },
        { id: 'import-orders', label: t('acts.import.label'), shortcut: 'i', run: chooseOrders },
        { id: 'new-workspace', label: t('acts.create.label'), shortcut: 'ctrl+n', run: create },
        { id: 'open-workspace', label: t('acts.open.label'), shortcut: 'ctrl+o', run: openChosen },
        { id: 'show-shortcuts', label: t('shortcuts'), shortcut: '?', run: () => setOverviewOpen(true) },
      ],
    }),
    [t, openSample, chooseOrders, create, openChosen],
  )
  useActions(actions)
  useShortcuts(preferences?.singleKeyShortcuts ?? true)

  useEffect(() => {
    document.title = t('product', { ns: 'common' })
  }, [t])

  useEffect(() => {
    if (!act) return
    // The form stays in the address while it is open: without it an open workspace takes over.
    if (act === 'create') return create()
    void navigate({ to: '/', search: {}, replace: true })
    if (act === 'open') openChosen()
    else openSample()
  }, [act, navigate, create, openChosen, openSample])

  return (
    <div className={styles.start}>
      <StartActs actions={actions.actions} isBusy={opening.isBusy || importStart.isBusy} />
      <main className={styles.recent}>
        <div className={styles.scroll}>
          {opening.failure && <OpenFailure opening={opening} />}
          <RecentList opening={opening} />
          <StartDropZone importStart={importStart} onFile={dropAnywhere} />
        </div>
        <footer className={styles.foot}>
          <span className={styles.space} />
          <button type="button" className={styles.link} onClick={() => setOverviewOpen(true)}>
            {t('shortcuts')} ?
          </button>
        </footer>
      </main>
      <CreateDialog
        isOpen={isCreating || importStart.file !== null}
        file={importStart.file}
        onClose={() => {
          endCreating()
          void navigate({ to: '/', search: {}, replace: true })
        }}
        onCreated={(workspace, file) => {
          endCreating()
          opening.enter(workspace, file)
        }}
      />
      <ShortcutOverview isOpen={isOverviewOpen} onClose={() => setOverviewOpen(false)} />
    </div>
  )
}
