import type { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { modelVersion } from '#shared/contract/model.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { findModelInForce, listStoredModels, readModel } from '../standing/model-in-force.ts'

export type ModelVersion = z.infer<typeof modelVersion>

/** Every version, the highest first; those of a newer Mainstay by what every format has. */
export function listModelVersions(database: ReadDatabase): ModelVersion[] {
  const inForce = findModelInForce(database)?.id
  return listStoredModels(database).map((stored) => {
    const reading = readModel(stored.definition)
    const model = reading.kind === 'model' ? reading.model : null
    return {
      version: stored.version,
      name: model?.name ?? '',
      note: model?.note ?? '',
      effectiveOn: model?.effectiveOn ?? null,
      adoptedAt: stored.adoptedAt,
      adoptedBy: stored.adoptedBy,
      isInForce: stored.id === inForce,
      isReadable: model !== null,
    }
  })
}

/** Errors: not-found; model-newer; workspace-damaged for a text that holds no model. */
export function getModelVersion(database: ReadDatabase, version: number): ScoringModel {
  const stored = listStoredModels(database).find((candidate) => candidate.version === version)
  if (!stored) {
    throw new MainstayError('not-found', `There is no version ${version} of the model.`, { version })
  }
  const reading = readModel(stored.definition)
  if (reading.kind === 'model') return reading.model
  if (reading.kind === 'newer') {
    throw new MainstayError('model-newer', `A newer Mainstay wrote version ${version}.`, { version })
  }
  throw new MainstayError('workspace-damaged', `Version ${version} holds no model.`, { version })
}

/** One above every version there ever was: a number that was taken back, or announced, never names another model. */
export function nextVersion({ sqlite }: ReadDatabase): number {
  const highest = sqlite
    .prepare<[], number | null>(
      `SELECT max(version) FROM (
         SELECT version FROM scoring_model UNION ALL SELECT model_version FROM class_publication)`,
    )
    .pluck()
    .get()
  return (highest ?? 0) + 1
}
