import { useEffect, useId, useSyncExternalStore } from 'react'
import type { ActionGroup } from './action.ts'

let groups: ReadonlyMap<string, ActionGroup> = new Map()
let groupList: readonly ActionGroup[] = []
const listeners = new Set<() => void>()

function replaceGroups(next: ReadonlyMap<string, ActionGroup>): void {
  groups = next
  groupList = [...next.values()]
  for (const listener of listeners) listener()
}

/** Offers actions while the calling component is mounted; null offers none. */
export function useActions(group: ActionGroup | null): void {
  const id = useId()
  useEffect(() => {
    if (!group) return
    replaceGroups(new Map(groups).set(id, group))
    return () => {
      const rest = new Map(groups)
      rest.delete(id)
      replaceGroups(rest)
    }
  }, [id, group])
}

export const currentActionGroups = (): readonly ActionGroup[] => groupList

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every group offered now. */
export const useActionGroups = (): readonly ActionGroup[] =>
  useSyncExternalStore(subscribe, currentActionGroups)
