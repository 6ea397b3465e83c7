import { useEffect, useState } from 'react'
import type { RecentWorkspace } from '#shared/contract/workspace.ts'

type Match = (name: string, text: string) => boolean

const plainMatch: Match = (name, text) => name.toLowerCase().includes(text.toLowerCase())

/** Keeps the recents whose name contains the text, or whose pinyin or initials do. */
export function useNameFilter(recents: readonly RecentWorkspace[], text: string): RecentWorkspace[] {
  const [pinyinMatch, setPinyinMatch] = useState<Match | null>(null)
  const wanted = text.trim()

  useEffect(() => {
    if (!wanted || pinyinMatch) return
    void import('pinyin-pro').then(({ match }) =>
      setPinyinMatch(
        () => (name: string, typed: string) => match(name, typed, { continuous: true }) !== null,
      ),
    )
  }, [wanted, pinyinMatch])

  if (!wanted) return [...recents]
  return recents.filter(
    ({ name, fileName }) =>
      plainMatch(name, wanted) || plainMatch(fileName, wanted) || (pinyinMatch?.(name, wanted) ?? false),
  )
}
