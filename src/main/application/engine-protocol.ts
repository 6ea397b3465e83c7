import type { CallResult, ErrorDetails } from '#shared/contract/call-result.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import type { WorkspaceBackup } from '#shared/contract/workspace.ts'
import type { SampleLanguage } from '../domains/sample/fill-sample-workspace.ts'

/** How an engine thread is told what to open. */
export interface EngineOptions {
  role: 'writer' | 'reader'
  workspaceFile: string
  /** Folder for files made for the user. */
  exchangeFolder: string
  /** Where this workspace's verified backups are kept. */
  backupFolder: string
  author: string
  /** Names this installation, so that a copied workspace numbers its changes as a device of its own. */
  installationId: string
  /** Fills an empty workspace with the sample firm in this language before the first call. */
  sampleLanguage: SampleLanguage | null
}

/** Files a call names by token, resolved by the application before the call leaves its thread. */
export type ResolvedFiles = ReadonlyMap<string, { path: string; name: string }>

/** Work on the file as a whole, asked for by the application itself. */
export type EngineTask =
  | { kind: 'backup'; reason: WorkspaceBackup['reason'] }
  | { kind: 'copy'; path: string }
  /** Reads every page; fails with workspace-damaged. */
  | { kind: 'check' }
  /** Accounts and classes, for the list of recent workspaces. */
  | { kind: 'counts' }

/** What an engine thread starts with; one that waits loads its code and opens the file when told to. */
export interface EngineThreadData {
  options: EngineOptions
  waitsToOpen: boolean
}

export type ToEngine =
  | { type: 'open' }
  | { type: 'call'; callId: number; name: string; input: unknown; files: ResolvedFiles }
  | { type: 'cancel'; callId: number; jobId: string }
  | { type: 'task'; callId: number; task: EngineTask }
  | { type: 'author'; author: string }
  | { type: 'close' }

export type FromEngine =
  | { type: 'ready' }
  | { type: 'failed'; code: string; message: string; details: ErrorDetails }
  | { type: 'answer'; callId: number; result: CallResult }
  | { type: 'task-answer'; callId: number; result: CallResult }
  | { type: 'cancel-answer'; callId: number; found: boolean }
  | { type: 'event'; event: ApplicationEvent }
  | { type: 'download'; token: string; path: string; name: string }
  | { type: 'closed' }
