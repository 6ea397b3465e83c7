import type { Day, Instant } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { MODEL_FORMAT, type ScoringModel, scoringModel } from '#shared/domain/scoring-model.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { effectiveAsOf } from './effective-as-of.ts'

export interface AdoptedModel {
  id: Id
  model: ScoringModel
  adoptedAt: Instant | null
  adoptedBy: string | null
}

/** A version as it is stored. */
export interface StoredModel extends Omit<AdoptedModel, 'model'> {
  version: number
  /** As written; `readModel` tells whether this Mainstay understands it. */
  definition: unknown
  effectiveOn: Day | null
}

/** How a text that should hold a model reads: one of a newer format is never guessed at. */
export type ModelReading = { kind: 'model'; model: ScoringModel } | { kind: 'newer' } | { kind: 'unreadable' }

export function readModel(definition: unknown): ModelReading {
  if (formatOf(definition) > MODEL_FORMAT) return { kind: 'newer' }
  const parsed = scoringModel.safeParse(definition)
  return parsed.success ? { kind: 'model', model: parsed.data } : { kind: 'unreadable' }
}

/** Versions from the highest on; of two with the same number, adopted apart from each other, the later first. */
export function listStoredModels(database: ReadDatabase): StoredModel[] {
  const seen = new Set<number>()
  return database
    .all(
      tables
        .selectFrom('scoring_model')
        .select(['id', 'version', 'definition', 'adopted_at', 'adopted_by'])
        .where('is_deleted', '=', 0)
        .where('definition', 'is not', null)
        .orderBy('version', 'desc')
        .orderBy('adopted_at', 'desc')
        .orderBy('id'),
    )
    .flatMap((row): StoredModel[] => {
      const version = row.version ?? 0
      if (seen.has(version)) return []
      seen.add(version)
      const definition: unknown = JSON.parse(row.definition ?? 'null')
      return [
        {
          id: blobToId(row.id),
          version,
          definition,
          effectiveOn: textOf(definition, 'effectiveOn'),
          adoptedAt: row.adopted_at,
          adoptedBy: row.adopted_by,
        },
      ]
    })
}

/**
 * The model in force on a day, that of the workspace if none is given: the highest version whose own day had come; before the
 * first of them the earliest. Null before any model; without a day the highest version.
 */
export function findModelInForce(
  database: ReadDatabase,
  day: Day | null = effectiveAsOf(database),
): AdoptedModel | null {
  const stored = listStoredModels(database)
  return stored.length === 0 ? null : inForceAt(stored, day)
}

function inForceAt(stored: readonly StoredModel[], day: Day | null): AdoptedModel | null {
  const readable = stored.filter((candidate) => formatOf(candidate.definition) <= MODEL_FORMAT)
  const begun = readable.filter(
    ({ effectiveOn }) => day === null || effectiveOn === null || effectiveOn <= day,
  )
  const earliestFirst = readable.toSorted(
    (one, other) =>
      (one.effectiveOn ?? '').localeCompare(other.effectiveOn ?? '') || other.version - one.version,
  )
  for (const { id, definition, adoptedAt, adoptedBy } of begun.length > 0 ? begun : earliestFirst) {
    const reading = readModel(definition)
    if (reading.kind === 'model') return { id, model: reading.model, adoptedAt, adoptedBy }
  }
  return null
}

function formatOf(definition: unknown): number {
  const format = fieldOf(definition, 'formatVersion')
  return typeof format === 'number' ? format : 1
}

function textOf(definition: unknown, field: string): string | null {
  const value = fieldOf(definition, field)
  return typeof value === 'string' ? value : null
}

function fieldOf(definition: unknown, field: string): unknown {
  return typeof definition === 'object' && definition !== null
    ? Object.entries(definition).find(([key]) => key === field)?.[1]
    : undefined
}
