import { v5 } from 'uuid'
import type { Id } from '#shared/domain/id.ts'

/** Mainstay's own name space; changing it would give every imported row a second identity. */
const NAME_SPACE = '3f0c6a52-7c1e-5b7b-9d0e-6a1f52c8a4d7'

/**
 * The same id on every machine for the same thing: UUIDv5 over what kind of thing it is and its own key,
 * such as ('customer-number', 'C-00012'). Halves of a character, which no encoding has, count as unknown characters.
 */
export function stableId(kind: string, ...key: readonly string[]): Id {
  return v5([kind, ...key].join('\u001f').toWellFormed(), NAME_SPACE)
}
