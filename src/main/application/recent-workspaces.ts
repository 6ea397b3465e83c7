import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { z } from 'zod'
import type { RecentWorkspace } from '#shared/contract/workspace.ts'
import { instant } from '#shared/domain/calendar.ts'
import { valueClass } from '#shared/domain/value-class.ts'
import { jsonFile } from './json-file.ts'

/** What the start window shows of a workspace without opening it. */
export const classCounts = z.strictObject({
  accountCount: z.int(),
  classCounts: z.partialRecord(valueClass, z.int()),
})

const remembered = classCounts.extend({
  path: z.string(),
  name: z.string(),
  openedAt: instant,
  isSample: z.boolean(),
})
export type RememberedWorkspace = z.infer<typeof remembered>

const MOST = 30

/** Id of a path that can be shown outside without telling the path. */
export const workspaceIdOf = (path: string): string =>
  createHash('sha256').update(path).digest('hex').slice(0, 24)

/** The folder as a person reads it: the home folder shortened, the path's own separators. */
export function shownLocation(path: string): string {
  const folder = dirname(path)
  const home = homedir()
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder
}

export interface RecentWorkspaces {
  list(): RecentWorkspace[]
  find(id: string): RememberedWorkspace | undefined
  remember(workspace: RememberedWorkspace): void
  forget(id: string): void
}

export function createRecentWorkspaces(dataFolder: string): RecentWorkspaces {
  const file = jsonFile(join(dataFolder, 'recent.json'), z.array(remembered), [])
  return {
    list: () =>
      file.read().map((workspace) => ({
        id: workspaceIdOf(workspace.path),
        name: workspace.name,
        fileName: basename(workspace.path),
        location: shownLocation(workspace.path),
        openedAt: workspace.openedAt,
        isMissing: !existsSync(workspace.path),
        isSample: workspace.isSample,
        accountCount: workspace.accountCount,
        classCounts: workspace.classCounts,
      })),
    find: (id) => file.read().find((workspace) => workspaceIdOf(workspace.path) === id),
    remember(workspace) {
      const others = file.read().filter((other) => other.path !== workspace.path)
      file.write([workspace, ...others].slice(0, MOST))
    },
    forget(id) {
      file.write(file.read().filter((workspace) => workspaceIdOf(workspace.path) !== id))
    },
  }
}
