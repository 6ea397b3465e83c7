import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { findProposal } from './propose-model.ts'

export interface Adoption {
  author: string
  /** Milliseconds since 1970. */
  now: number
}

/**
 * Freezes a model under its version. Two colleagues who adopt the same version apart from each other
 * write the same row, so that a merge shows the conflict.
 */
export function recordModel(writer: ChangeWriter, model: ScoringModel, { author, now }: Adoption): void {
  writer.set('scoring_model', stableId('scoring-model', String(model.version)), 'model', {
    version: model.version,
    definition: model,
    adoptedAt: new Date(now).toISOString(),
    adoptedBy: author,
  })
}

/**
 * Gives a workspace its first model with its first orders, inside the change that brings them: undoing
 * that import takes the model away again. Returns whether it adopted one.
 */
export function adoptStarterModelIfNone(
  database: ReadDatabase,
  writer: ChangeWriter,
  adoption: Adoption,
): boolean {
  if (findModelInForce(database)) return false
  const proposal = findProposal(database)
  if (!proposal) return false
  recordModel(writer, proposal, adoption)
  return true
}
