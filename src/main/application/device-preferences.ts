import { join } from 'node:path'
import { type DevicePreferences, devicePreferences } from '#shared/contract/workspace.ts'
import { jsonFile } from './json-file.ts'

export interface Preferences {
  read(): DevicePreferences
  revise(
    changes: { [Key in keyof DevicePreferences]?: DevicePreferences[Key] | undefined },
  ): DevicePreferences
}

/** This device's own choices; they don't travel with a workspace. */
export function createPreferences(dataFolder: string, defaultAuthor: string): Preferences {
  const file = jsonFile(join(dataFolder, 'preferences.json'), devicePreferences, {
    language: null,
    colourScheme: 'system',
    singleKeyShortcuts: true,
    railCollapsed: false,
    author: defaultAuthor,
  })
  return {
    read: file.read,
    revise(changes) {
      const next = devicePreferences.parse({
        ...file.read(),
        ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
      })
      file.write(next)
      return next
    },
  }
}
