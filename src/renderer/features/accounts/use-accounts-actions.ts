import {
  IconArrowDown,
  IconArrowUp,
  IconBookmark,
  IconCopy,
  IconFilter,
  IconPlus,
  IconTags,
  IconTrash,
  IconUser,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { neighboursOf } from '../../components/account-order.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import type { GridView } from './grid-view.ts'
import type { SelectionPanel } from './SelectionBar.tsx'

export interface AccountsActs {
  view: GridView
  previewId: string | null
  selectionCount: number
  onCreate: () => void
  onFilterText: () => void
  onSaveView: () => void
  onBulk: (panel: SelectionPanel) => void
  onCopy: () => void
  onRemove: () => void
  onPreview: (id: string) => void
}

/** What the palette offers on the grid, and on what is selected in it. */
export function useAccountsActions(acts: AccountsActs): void {
  const { t } = useTranslation('accounts')
  const { view, previewId, selectionCount } = acts
  const { onCreate, onFilterText, onSaveView, onBulk, onCopy, onRemove, onPreview } = acts
  const { data: ids = [] } = useCall(
    'account.listIds',
    { filter: view.filter, sort: [...view.sort] },
    { enabled: previewId !== null },
  )
  const neighbours = previewId === null ? null : neighboursOf(ids, previewId)

  const page = useMemo<ActionGroup>(() => {
    const step = (id: string | null | undefined) => () => {
      if (id) onPreview(id)
    }
    return {
      scope: 'page',
      title: t('title'),
      actions: [
        { id: 'new-account', label: t('create.title'), icon: IconPlus, shortcut: 'n', run: onCreate },
        {
          id: 'filter-accounts',
          label: t('action.filter'),
          icon: IconFilter,
          shortcut: 'f',
          run: onFilterText,
        },
        { id: 'save-view', label: t('view.create'), icon: IconBookmark, run: onSaveView },
        {
          id: 'next-account',
          label: t('action.next'),
          icon: IconArrowDown,
          shortcut: 'j',
          isDisabled: !neighbours?.next,
          run: step(neighbours?.next),
        },
        {
          id: 'previous-account',
          label: t('action.previous'),
          icon: IconArrowUp,
          shortcut: 'k',
          isDisabled: !neighbours?.previous,
          run: step(neighbours?.previous),
        },
      ],
    }
  }, [t, neighbours?.next, neighbours?.previous, onCreate, onFilterText, onSaveView, onPreview])

  const selection = useMemo<ActionGroup | null>(() => {
    if (selectionCount === 0) return null
    const tag = t('bulk.selected', { count: selectionCount, figure: selectionCount })
    return {
      scope: 'selection',
      title: tag,
      tag,
      actions: [
        {
          id: 'bulk-account-manager',
          label: t('bulk.accountManager'),
          icon: IconUser,
          shortcut: 'm',
          run: () => onBulk('accountManager'),
        },
        { id: 'bulk-industry', label: t('bulk.industry'), icon: IconTags, run: () => onBulk('industry') },
        { id: 'bulk-roles', label: t('bulk.roles'), icon: IconTags, run: () => onBulk('roles') },
        { id: 'bulk-copy', label: t('bulk.copyRows'), icon: IconCopy, run: onCopy },
        { id: 'bulk-remove', label: t('bulk.remove'), icon: IconTrash, shortcut: 'delete', run: onRemove },
      ],
    }
  }, [t, selectionCount, onBulk, onCopy, onRemove])

  useActions(page)
  useActions(selection)
}
