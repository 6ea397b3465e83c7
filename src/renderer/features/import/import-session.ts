import { useSyncExternalStore } from 'react'
import type { ReadSettings } from '#shared/domain/import.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { type ColumnChoices, NO_CHOICES } from './column-choices.ts'

/** One file on its way in. It outlives the page, since writing goes on while the user is elsewhere. */
export interface ImportSession {
  workspaceId: string
  file: { token: string; name: string }
  /** What its rows are; null proposes it from the headers. */
  kind: ImportKind | null
  settings: ReadSettings
  choices: ColumnChoices
  /** For rows without a currency; null is the workspace's own. */
  currency: CurrencyCode | null
  /** Check key → job, so that a reading that was tried before is not checked again. */
  checks: ReadonlyMap<string, string>
  /** A setting that a check could not decide from the file. */
  undecided: 'dateOrder' | 'decimalSign' | null
  commitJobId: string | null
  isReceiptSeen: boolean
  /** Cancelled, but not forgotten: it can be taken up again. */
  isSetAside: boolean
  /** The column to put the focus on when the mapping is shown. */
  focusHeader: string | null
}

let current: ImportSession | null = null
const listeners = new Set<() => void>()

function replace(next: ImportSession | null): void {
  current = next
  for (const listener of listeners) listener()
}

export function startSession(
  workspaceId: string,
  file: ImportSession['file'],
  kind: ImportKind | null,
): void {
  replace({
    workspaceId,
    file,
    kind,
    settings: {},
    choices: NO_CHOICES,
    currency: null,
    checks: new Map(),
    undecided: null,
    commitJobId: null,
    isReceiptSeen: false,
    isSetAside: false,
    focusHeader: null,
  })
}

/** Changes the session there is; without one nothing happens. */
export function reviseSession(change: Partial<ImportSession>): void {
  if (current) replace({ ...current, ...change })
}

export function noteCheck(key: string, jobId: string): void {
  if (current) replace({ ...current, checks: new Map(current.checks).set(key, jobId) })
}

export function forgetCheck(key: string): void {
  if (!current?.checks.has(key)) return
  const checks = new Map(current.checks)
  checks.delete(key)
  replace({ ...current, checks })
}

export const endSession = (): void => replace(null)

export const currentSession = (): ImportSession | null => current

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The session of this workspace; one of another workspace counts as none. */
export function useImportSession(workspaceId: string | undefined): ImportSession | null {
  const session = useSyncExternalStore(subscribe, currentSession)
  return session && session.workspaceId === workspaceId ? session : null
}
