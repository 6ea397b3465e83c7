import { Button, Menu, TextInput } from '@mantine/core'
import {
  IconBookmark,
  IconDeviceFloppy,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogActs } from '../../components/DialogActs.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import styles from './Accounts.module.css'
import type { GridView } from './grid-view.ts'

const ICON = { size: 16, stroke: 1.6 }
const NAME_LENGTH = 80

export type NamingPurpose = 'create' | 'rename'

function NameDialog({
  purpose,
  name,
  onClose,
  onName,
}: {
  purpose: NamingPurpose
  name: string
  onClose: () => void
  onName: (name: string) => void
}) {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const [text, setText] = useState(name)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (wanted !== '') onName(wanted)
  }
  return (
    <Dialog isOpen onClose={onClose} title={t(`view.${purpose}`)} width={400}>
      <form onSubmit={onSubmit} className={styles.dialog}>
        <TextInput
          label={t('view.name')}
          value={text}
          maxLength={NAME_LENGTH}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <DialogActs act={tCommon('save')} onCancel={onClose} isRefused={text.trim() === ''} />
        </div>
      </form>
    </Dialog>
  )
}

export interface ViewMenuProps {
  view: GridView
  naming: NamingPurpose | null
  onNaming: (purpose: NamingPurpose | null) => void
  onOpenTab: (tab: string) => void
}

/** Saves what the grid shows as a view, and renames, pins or removes the open one. */
export function ViewMenu({ view, naming, onNaming, onOpenTab }: ViewMenuProps) {
  const { t } = useTranslation('accounts')
  const tell = useUndoToast()
  const create = useCommand('view.create')
  const revise = useCommand('view.revise')
  const remove = useCommand('view.remove')
  const { saved } = view
  const shown = { filter: view.filter, sort: [...view.sort], columns: [...view.columns] }

  const onName = (name: string) => {
    onNaming(null)
    if (naming === 'rename' && saved) {
      revise.mutate(
        { id: saved.id, changes: { name } },
        { onSuccess: () => tell(t('view.renamed', { name })) },
      )
      return
    }
    create.mutate(
      { name, ...shown, isPinned: false },
      {
        onSuccess: ({ id }) => {
          onOpenTab(id)
          tell(t('view.created', { name }))
        },
      },
    )
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" leftSection={<IconBookmark {...ICON} />}>
            {t('view.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus {...ICON} />} onClick={() => onNaming('create')}>
            {t('view.create')}
          </Menu.Item>
          {saved && (
            <>
              <Menu.Divider />
              <Menu.Label>{saved.name}</Menu.Label>
              <Menu.Item
                leftSection={<IconDeviceFloppy {...ICON} />}
                disabled={!view.isChanged}
                onClick={() =>
                  revise.mutate(
                    { id: saved.id, changes: shown },
                    {
                      onSuccess: () => {
                        onOpenTab(saved.id)
                        tell(t('view.updated', { name: saved.name }))
                      },
                    },
                  )
                }
              >
                {t('view.update')}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => onNaming('rename')}>
                {t('view.rename')}
              </Menu.Item>
              <Menu.Item
                leftSection={saved.isPinned ? <IconPinnedOff {...ICON} /> : <IconPin {...ICON} />}
                onClick={() => revise.mutate({ id: saved.id, changes: { isPinned: !saved.isPinned } })}
              >
                {t(saved.isPinned ? 'view.unpin' : 'view.pin')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash {...ICON} />}
                onClick={() =>
                  remove.mutate(
                    { id: saved.id },
                    {
                      onSuccess: () => {
                        onOpenTab('all')
                        tell(t('view.removed', { name: saved.name }))
                      },
                    },
                  )
                }
              >
                {t('view.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          purpose={naming}
          name={naming === 'rename' ? (saved?.name ?? '') : ''}
          onClose={() => onNaming(null)}
          onName={onName}
        />
      )}
    </>
  )
}
