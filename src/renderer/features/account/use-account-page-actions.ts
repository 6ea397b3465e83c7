import { IconArrowDown, IconArrowUp, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { TABS, type Tab } from './tabs.ts'
import type { Neighbours } from './use-neighbours.ts'

/** What the palette offers on one account. */
export function useAccountPageActions({
  name,
  neighbours,
  onTab,
  onAddPerson,
  onRemove,
}: {
  name: string
  neighbours: Neighbours | null
  onTab: (tab: Tab) => void
  onAddPerson: () => void
  onRemove: () => void
}): void {
  const { t } = useTranslation('account')
  const group = useMemo<ActionGroup>(
    () => ({
      scope: 'page',
      title: name,
      actions: [
        ...TABS.map((tab, index) => ({
          id: `account-${tab}`,
          label: t(`tab.${tab}`),
          shortcut: String(index + 1),
          run: () => onTab(tab),
        })),
        {
          id: 'next-account',
          label: t('action.next'),
          icon: IconArrowDown,
          shortcut: 'j',
          isDisabled: !neighbours?.toNext,
          run: () => neighbours?.toNext?.(),
        },
        {
          id: 'previous-account',
          label: t('action.previous'),
          icon: IconArrowUp,
          shortcut: 'k',
          isDisabled: !neighbours?.toPrevious,
          run: () => neighbours?.toPrevious?.(),
        },
        {
          id: 'add-person',
          label: t('action.addPerson'),
          icon: IconUserPlus,
          shortcut: 'p',
          run: onAddPerson,
        },
        { id: 'remove-account', label: t('action.remove'), icon: IconTrash, run: onRemove },
      ],
    }),
    [name, neighbours, onTab, onAddPerson, onRemove, t],
  )
  useActions(group)
}
