import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { ApplicationPorts } from '../application/create-application.ts'
import { findDataFolder } from './data-folder.ts'

/** Where an entry finds the parts it starts: beside itself when built, in the sources otherwise. */
export interface Parts {
  engineEntry: string
  preloadFile: string
  rendererFolder: string
}

/** `entryFile` is the running entry, `out/main/….js` or `src/main/….ts`. */
export function findParts(entryFile: string): Parts {
  const folder = join(entryFile, '..')
  const isBuilt = !entryFile.endsWith('.ts')
  const outFolder = isBuilt ? join(folder, '..') : join(folder, '..', '..', 'out')
  return {
    engineEntry: join(folder, isBuilt ? 'engine.js' : 'engine.ts'),
    preloadFile: join(outFolder, 'preload', 'preload.cjs'),
    rendererFolder: join(outFolder, 'renderer'),
  }
}

function systemUserName(env: NodeJS.ProcessEnv): string {
  try {
    return userInfo().username
  } catch {
    // A system without an entry for this user id, as in some containers.
    return env.USER || env.USERNAME || 'Mainstay'
  }
}

/** The ports of this machine and user. */
export function systemPorts(parts: Parts, dataFolder?: string): ApplicationPorts {
  const { env, platform } = process
  return {
    dataFolder: dataFolder ?? findDataFolder({ env, platform, homeFolder: homedir() }),
    engineEntry: parts.engineEntry,
    defaultAuthor: systemUserName(env),
    now: Date.now,
  }
}
