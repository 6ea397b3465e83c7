import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for one test file's order files, gone when its tests are over. */
export function createTemporaryFiles(): {
  write: (content: string | Buffer) => string
  path: (name: string) => string
} {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-interchange-'))
  let count = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    write(content) {
      count += 1
      const path = join(folder, `${count}.csv`)
      writeFileSync(path, content)
      return path
    },
    path: (name) => join(folder, name),
  }
}
