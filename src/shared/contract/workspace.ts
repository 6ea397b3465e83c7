import { z } from 'zod'
import { instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { currencyCode } from '../domain/money.ts'
import { valueClass } from '../domain/value-class.ts'
import { hostCommand, hostQuery } from './define.ts'

/** A file the user picked, dropped or uploaded. Only the host knows its path. */
export const fileToken = z.string().min(8).max(200)
/** A file made for the user; the host saves or downloads it. */
export const downloadToken = z.strictObject({ token: fileToken, name: z.string(), bytes: z.int() })

export const workspaceSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** File name with ending, never the path. */
  fileName: z.string(),
  /** Folder as shown to the user. */
  location: z.string(),
  isSample: z.boolean(),
  isReadOnly: z.boolean(),
  openedAt: instant,
  lastSavedAt: instant.nullable(),
  lastBackupAt: instant.nullable(),
})
export type WorkspaceSummary = z.infer<typeof workspaceSummary>

export const recentWorkspace = z.strictObject({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  location: z.string(),
  openedAt: instant,
  isMissing: z.boolean(),
  isSample: z.boolean(),
  accountCount: z.int(),
  classCounts: z.partialRecord(valueClass, z.int()),
})
export type RecentWorkspace = z.infer<typeof recentWorkspace>

export const workspaceBackup = z.strictObject({
  id: z.string(),
  madeAt: instant,
  reason: z.enum(['scheduled', 'checkpoint', 'before-migration', 'before-import', 'before-restore']),
  bytes: z.int(),
  accountCount: z.int(),
})
export type WorkspaceBackup = z.infer<typeof workspaceBackup>

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export const language = z.enum(LANGUAGES)
export type Language = z.infer<typeof language>

const none = z.strictObject({})

export const workspace = {
  /** The open workspace, or null on the start window. */
  current: hostQuery({ input: none, output: workspaceSummary.nullable() }),
  listRecent: hostQuery({ input: none, output: z.array(recentWorkspace) }),
  /** Without a token the file is made in the application's own folder. Errors: workspace-exists, unsafe-location, disk-full. */
  create: hostCommand({
    input: z.strictObject({
      name: z.string().trim().min(1).max(120),
      baseCurrency: currencyCode,
      fileToken: fileToken.optional(),
    }),
    output: workspaceSummary,
  }),
  /** Errors: workspace-locked, -newer, -damaged, -foreign, -missing, -encrypted, unsafe-location. */
  open: hostCommand({
    input: z.union([
      z.strictObject({ fileToken, readOnlyCopy: z.boolean().optional() }),
      z.strictObject({ recentId: z.string(), readOnlyCopy: z.boolean().optional() }),
    ]),
    output: workspaceSummary,
  }),
  /** Opens the sample workspace, which is made on its first use. Names and texts of a fresh sample are in `language`, or that of the preferences. */
  openSample: hostCommand({
    input: z.strictObject({ language: language.optional() }),
    output: workspaceSummary,
  }),
  close: hostCommand({ input: none, output: z.null() }),
  forgetRecent: hostCommand({ input: z.strictObject({ recentId: z.string() }), output: z.null() }),
  /** A verified backup on demand (Ctrl-S). */
  checkpoint: hostCommand({ input: none, output: workspaceBackup }),
  listBackups: hostQuery({ input: none, output: z.array(workspaceBackup) }),
  /** Opens the backup as a copy beside the workspace; the workspace itself stays untouched. */
  restoreBackup: hostCommand({ input: z.strictObject({ backupId: z.string() }), output: workspaceSummary }),
  /** A consistent copy of the workspace file to mail or keep. */
  exportCopy: hostCommand({ input: none, output: downloadToken }),
}

export const colourScheme = z.enum(['light', 'dark', 'system'])
export type ColourScheme = z.infer<typeof colourScheme>

export const devicePreferences = z.strictObject({
  /** Null follows the system. */
  language: language.nullable(),
  colourScheme,
  singleKeyShortcuts: z.boolean(),
  railCollapsed: z.boolean(),
  /** Name written into the history beside each change. */
  author: z.string().max(120),
})
export type DevicePreferences = z.infer<typeof devicePreferences>

export const preferences = {
  get: hostQuery({ input: none, output: devicePreferences }),
  revise: hostCommand({ input: devicePreferences.partial(), output: devicePreferences }),
}

export const job = {
  /** Asks a running job to stop; what it had done is rolled back. False when it had ended already. */
  cancel: hostCommand({ input: z.strictObject({ jobId: id }), output: z.boolean() }),
}
