import type {
  EngineCommandName,
  EngineQueryName,
  HostOperationName,
  OutputOf,
  ParsedInputOf,
} from '#shared/contract/contract.ts'
import type { JobKind, Noun } from '#shared/contract/events.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ReadDatabase, WorkspaceDatabase } from '../database/workspace-database.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** Files the host has handed in or will hand out; only tokens cross the contract. */
export interface FilePort {
  /** Errors: file-missing. */
  pathOf(token: string): { path: string; name: string }
  /** A folder for what is read from a file in between; it goes with the application. */
  readonly scratchFolder: string
  /** A fresh path to write a file for the user; `finish` measures it and returns what the contract carries. */
  prepareDownload(name: string): { path: string; finish(): { token: string; name: string; bytes: number } }
}

/** A running job's view of the outside. */
export interface JobControl {
  /** Reports progress and lets waiting messages in; throws `cancelled` when the user asked to stop. */
  checkpoint(progress: { done: number; total: number; rows: number }): Promise<void>
}

export interface QueryContext {
  readonly database: ReadDatabase
  readonly files: FilePort
  /** Starts work that outlives the call; its result travels in a job-finished event. */
  startJob(kind: JobKind, work: (control: JobControl) => Promise<unknown>): Id
}

export interface CommandContext {
  readonly database: WorkspaceDatabase
  readonly ledger: Ledger
  readonly files: FilePort
  readonly author: string
  /** Commands that come while a job runs wait until it has ended. */
  startJob(kind: JobKind, work: (control: JobControl) => Promise<unknown>): Id
  /** Names what changed beyond the ledger's own entries. */
  changed(nouns: readonly Noun[]): void
  now(): number
}

type VerbsOf<Noun extends string, Name extends string> = Extract<Name, `${Noun}.${string}`>

/** Handlers of one noun: exhaustive, so that a missing, extra or mistyped one does not compile. */
export type QueryHandlers<Noun extends string> = {
  [Name in VerbsOf<Noun, EngineQueryName>]: (
    context: QueryContext,
    input: ParsedInputOf<Name & EngineQueryName>,
  ) => OutputOf<Name & EngineQueryName> | Promise<OutputOf<Name & EngineQueryName>>
}
export type CommandHandlers<Noun extends string> = {
  [Name in VerbsOf<Noun, EngineCommandName>]: (
    context: CommandContext,
    input: ParsedInputOf<Name & EngineCommandName>,
  ) => OutputOf<Name & EngineCommandName> | Promise<OutputOf<Name & EngineCommandName>>
}
export type EngineHandlers<Noun extends string = string> = QueryHandlers<Noun> & CommandHandlers<Noun>

export type HostHandlers = {
  [Name in HostOperationName]: (input: ParsedInputOf<Name>) => Promise<OutputOf<Name>> | OutputOf<Name>
}
