import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

export interface JsonFile<Value> {
  read(): Value
  write(value: Value): void
}

/** A small file of this device's own (preferences, recent workspaces). A damaged one starts afresh. */
export function jsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  empty: z.output<Schema>,
): JsonFile<z.output<Schema>> {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return empty
      }
    },
    write(value) {
      mkdirSync(dirname(path), { recursive: true })
      const draft = `${path}.tmp`
      writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`)
      renameSync(draft, path)
    },
  }
}
