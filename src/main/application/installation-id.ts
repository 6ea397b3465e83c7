import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from './json-file.ts'

/** Names this installation for as long as its own folder lasts; nothing else is told by it. */
export function readInstallationId(dataFolder: string): string {
  const file = jsonFile(join(dataFolder, 'installation.json'), z.strictObject({ id: z.string() }), { id: '' })
  const known = file.read().id
  if (known) return known
  const id = randomUUID()
  try {
    file.write({ id })
  } catch {
    // A home that cannot be written gives a new device each time, which is safe.
  }
  return id
}
