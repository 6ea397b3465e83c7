import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'
import type { RegisterDraft } from './register-draft.ts'

/** The category of that name; one that is not there is made with the import. */
export function createCategoryIntake({ sqlite }: ReadDatabase, draft: RegisterDraft): (name: string) => Id {
  const byName = sqlite
    .prepare<[string], Buffer>(
      'SELECT id FROM category WHERE name = ? AND is_deleted = 0 ORDER BY key LIMIT 1',
    )
    .pluck()
  const known = new Map<string, Id>()
  return (name) => {
    const met = known.get(name)
    if (met !== undefined) return met
    const living = byName.get(name)
    const id = living ? blobToId(living) : stableId('category-name', name)
    // A category that was renamed since it was imported is still the same one.
    if (!living && !draft.isThere('category', id)) draft.set('category', id, { name })
    known.set(name, id)
    return id
  }
}
