import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#shared/contract/search.ts'
import { useCall } from '../../api/use-call.ts'
import { type ActionGroup, inScopeOrder } from '../../components/actions/action.ts'
import { useActionGroups } from '../../components/actions/use-actions.ts'
import { useFormat } from '../../components/format.tsx'
import type { NameMatch } from './name-match.ts'
import type { PaletteGroup, PaletteItem } from './palette-item.ts'

const TYPING_MS = 60
const MOST_HITS = 12

const isPresent = (part: string | null | undefined): part is string => Boolean(part)

function useHitItems(text: string): { accounts: PaletteItem[]; people: PaletteItem[]; isSettled: boolean } {
  const format = useFormat()
  const navigate = useNavigate()
  const [typed] = useDebouncedValue(text, TYPING_MS)
  const { data = [], isFetching } = useCall(
    'search.find',
    { text: typed, limit: MOST_HITS },
    { enabled: typed !== '', keepPrevious: true },
  )
  return useMemo(() => {
    const hits: SearchHit[] = text === '' ? [] : data
    const open = (accountId: string) => void navigate({ to: '/accounts/$accountId', params: { accountId } })
    const accounts = hits
      .filter((hit) => hit.kind === 'account')
      .map((hit) => ({
        id: `account-${hit.id}`,
        mark: { kind: 'class' as const, valueClass: hit.valueClass },
        label: hit.name,
        detail: [hit.pinyin, hit.city, format.money(hit.netSales)].filter(isPresent).join(' · '),
        run: () => open(hit.id),
      }))
    const people = hits
      .filter((hit) => hit.kind === 'person')
      .flatMap((hit) => {
        const { companyId } = hit
        if (!companyId) return []
        return {
          id: `person-${hit.id}`,
          mark: { kind: 'person' as const, name: hit.name },
          label: hit.name,
          detail: [hit.pinyin, hit.companyName, hit.title].filter(isPresent).join(' · '),
          run: () => open(companyId),
        }
      })
    return { accounts, people, isSettled: typed === text && !isFetching }
  }, [data, text, typed, isFetching, format, navigate])
}

function actionItems(group: ActionGroup, text: string, match: NameMatch): PaletteItem[] {
  return group.actions
    .filter((action) => !action.isDisabled && action.id !== 'find')
    .filter(({ label, keywords }) => text === '' || match(label, text) || (keywords && match(keywords, text)))
    .map((action) => ({
      id: `action-${action.id}`,
      mark: { kind: 'icon', icon: action.icon },
      label: action.label,
      detail: action.detail ?? '',
      ...(action.shortcut ? { shortcut: action.shortcut } : {}),
      run: action.run,
    }))
}

/** Everything the palette offers for a text: hits first, then acts on the selection, the page and the application. */
export function usePaletteGroups(
  text: string,
  match: NameMatch,
): { groups: PaletteGroup[]; tag: string | undefined; isSettled: boolean } {
  const { t } = useTranslation('palette')
  const offered = inScopeOrder(useActionGroups())
  const { accounts, people, isSettled } = useHitItems(text)
  const groups = [
    { key: 'accounts', title: t('accounts'), items: accounts },
    { key: 'people', title: t('people'), items: people },
    ...offered.map((group) => ({
      key: `${group.scope}-${group.title}`,
      title: group.title,
      items: actionItems(group, text, match),
    })),
  ].filter(({ items }) => items.length > 0)
  return { groups, tag: offered.find((group) => group.tag)?.tag, isSettled: text === '' || isSettled }
}
