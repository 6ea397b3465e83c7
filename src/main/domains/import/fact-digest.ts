import { createHash } from 'node:crypto'

/** SHA-256 over rows in canonical form, one JSON array a line: names the same rows the same way on every machine. */
export function createFactDigest(): {
  add: (fields: readonly (string | number | boolean | null)[]) => void
  finish: () => string
} {
  const hash = createHash('sha256')
  return {
    add: (fields) => hash.update(`${JSON.stringify(fields)}\n`),
    finish: () => hash.digest('hex'),
  }
}
