import { z } from 'zod'
import type { CallResult } from './call-result.ts'
import type { ApplicationEvent } from './events.ts'
import { type downloadToken, fileToken } from './workspace.ts'

/** What a picked file is for; decides the endings the dialog offers. */
export const FILE_KINDS = ['orders', 'workspace'] as const
export const fileKind = z.enum(FILE_KINDS)
export type FileKind = z.infer<typeof fileKind>

/** A file the user chose. Its path stays with the host. */
export const pickedFile = z.strictObject({ token: fileToken, name: z.string(), bytes: z.int() })
export type PickedFile = z.infer<typeof pickedFile>

export type DownloadToken = z.infer<typeof downloadToken>

/** What the native menu asks the screens to do, each the same as the screens' own control. */
export const MENU_COMMANDS = [
  'new-workspace',
  'open-workspace',
  'open-sample',
  'import-orders',
  'checkpoint',
  'export-copy',
  'close-workspace',
  'undo',
  'redo',
  'find',
  'show-portfolio',
  'show-accounts',
  'show-model',
  'show-history',
  'show-settings',
  'show-shortcuts',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** From the host to the screens: a menu item, or a workspace file opened in the system. */
export type HostEvent = { type: 'menu'; command: MenuCommand } | { type: 'open-workspace'; file: PickedFile }

/**
 * What the screens ask of the host beyond the contract. Nothing here rejects.
 * `SystemFile` is the browser's File, which this room can't name.
 */
export interface HostBridge<SystemFile = unknown> {
  readonly kind: 'electron' | 'loopback'
  /** Asks for a file; null when the user closes the dialog. Errors: file-missing, file-too-large. */
  pickFile(kind: FileKind): Promise<CallResult<PickedFile | null>>
  /**
   * Asks where a new workspace goes; null when the user closes the dialog.
   * A host without it makes workspaces in its own folder: leave the token out of `workspace.create`.
   */
  pickPlace?(suggestedName: string): Promise<CallResult<{ token: string; name: string } | null>>
  /** Takes a dropped or pasted file. Errors: file-missing, file-unreadable, file-too-large. */
  receiveFile(file: SystemFile): Promise<CallResult<PickedFile>>
  /** Saves a made file where the user says; false when they close the dialog. Errors: file-missing, read-only, disk-full. */
  saveDownload(download: DownloadToken): Promise<CallResult<boolean>>
  /** Opens an https or mailto address in the system's own program once the user agrees; false when they don't. */
  openExternal(address: string): Promise<CallResult<boolean>>
  /** Listens to menu items and opened files, those waiting included; call the result to stop. */
  onHostEvent(listener: (event: HostEvent) => void): () => void
}

/** What a window finds as `window.mainstay`; the loopback transport builds the same. */
export interface MainstayBridge<SystemFile = unknown> {
  call(name: string, input: unknown): Promise<CallResult>
  onEvent(listener: (event: ApplicationEvent) => void): () => void
  readonly host: HostBridge<SystemFile>
}
