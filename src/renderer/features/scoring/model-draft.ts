import { useSyncExternalStore } from 'react'
import type { FigureChange } from '#shared/contract/model.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'

/** A model that is being tried out, with other figures for single accounts. */
export interface Draft {
  /** The workspace it belongs to. */
  workspaceId: string
  model: ModelDraft
  changes: readonly FigureChange[]
  /** The saved scenario it came from. */
  scenario: { id: string; name: string } | null
}

let draft: Draft | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps the draft while the user looks elsewhere; null throws it away. */
export function setDraft(next: Draft | null): void {
  draft = next
  for (const listener of listeners) listener()
}

/** The draft of this workspace, from whichever page it is looked at. */
export function useDraft(workspaceId: string | undefined): Draft | null {
  const current = useSyncExternalStore(subscribe, () => draft)
  return current?.workspaceId === workspaceId ? current : null
}
