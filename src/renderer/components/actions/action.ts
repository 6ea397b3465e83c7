import type { ComponentType } from 'react'

export type IconComponent = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string | undefined
}>

/** Something the user can do, offered in the palette and by its shortcut. */
export interface Action {
  id: string
  label: string
  detail?: string
  icon?: IconComponent
  /** 'ctrl+e' (Cmd on a Mac), 'm', '?', 'g a' (one key after the other). */
  shortcut?: string
  /** More words to find it by. */
  keywords?: string
  isDisabled?: boolean
  run: () => void
}

/** What the actions act on; decides their place in the palette. */
export type ActionScope = 'selection' | 'page' | 'navigation' | 'application'

export interface ActionGroup {
  scope: ActionScope
  /** Heading in the palette and in the list of shortcuts. */
  title: string
  /** Beside the palette's input, such as "4 accounts selected". */
  tag?: string
  actions: readonly Action[]
}

const SCOPE_ORDER: readonly ActionScope[] = ['selection', 'page', 'navigation', 'application']

export function inScopeOrder(groups: readonly ActionGroup[]): ActionGroup[] {
  return [...groups].sort((one, other) => SCOPE_ORDER.indexOf(one.scope) - SCOPE_ORDER.indexOf(other.scope))
}
