import type { Instant } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { type ScoringModel, scoringModel } from '#shared/domain/scoring-model.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

export interface AdoptedModel {
  id: Id
  model: ScoringModel
  adoptedAt: Instant | null
  adoptedBy: string | null
}

/**
 * The highest version that was adopted, or null. Of two with the same version, adopted apart from each
 * other, the later one counts, so that every copy of the workspace agrees.
 */
export function findModelInForce(database: ReadDatabase): AdoptedModel | null {
  const rows = database.all(
    tables
      .selectFrom('scoring_model')
      .select(['id', 'definition', 'adopted_at', 'adopted_by'])
      .where('is_deleted', '=', 0)
      .where('definition', 'is not', null)
      .orderBy('version', 'desc')
      .orderBy('adopted_at', 'desc')
      .orderBy('id'),
  )
  for (const row of rows) {
    const parsed = scoringModel.safeParse(JSON.parse(row.definition ?? 'null'))
    if (!parsed.success) continue
    return {
      id: blobToId(row.id),
      model: parsed.data,
      adoptedAt: row.adopted_at,
      adoptedBy: row.adopted_by,
    }
  }
  return null
}
