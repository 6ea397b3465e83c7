import type { PurchaseFactor } from '#shared/contract/factor.ts'
import type { Id } from '#shared/domain/id.ts'
import { FACTOR_KINDS, type FactorKind, SEED_POINTS } from '#shared/domain/purchase-factor.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { stableId } from '../../ledger/stable-id.ts'

/** The same on every machine, so that two colleagues who rename one rename the same. */
export const startingFactorId = (kind: FactorKind): Id => stableId('purchase-factor', kind)

export interface FactorList {
  factors: PurchaseFactor[]
  isSeedPrior: boolean
}

/** The firm's factors in their order; the three it begins with need no rows until they are changed. */
export function readFactorList(database: ReadDatabase): FactorList {
  const rows = new Map(
    database
      .all(tables.selectFrom('purchase_factor').selectAll().where('is_deleted', '=', 0))
      .map((row) => [blobToId(row.id), row]),
  )
  const kinds = new Map<Id, FactorKind>(FACTOR_KINDS.map((kind) => [startingFactorId(kind), kind]))
  const starting = FACTOR_KINDS.flatMap((kind, place) => {
    const id = startingFactorId(kind)
    const row = rows.get(id)
    const seed = { id, kind, name: null, description: null, position: place, priorPoints: SEED_POINTS[kind] }
    if (!row) return [seed]
    // A starting factor taken off the list keeps its row, without a place.
    if (row.position === null) return []
    const priorPoints = row.prior_points ?? seed.priorPoints
    return [{ ...seed, name: row.name, description: row.description, position: row.position, priorPoints }]
  })
  const own = [...rows].flatMap(([id, row]) =>
    kinds.has(id) || row.name === null
      ? []
      : [
          {
            id,
            kind: null,
            name: row.name,
            description: row.description,
            position: row.position ?? rows.size,
            priorPoints: row.prior_points ?? 0,
          },
        ],
  )
  const listed = [...starting, ...own].sort(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  )
  const total = listed.reduce((sum, { priorPoints }) => sum + priorPoints, 0)
  return {
    factors: listed.map(({ position: _position, ...factor }) => ({
      ...factor,
      priorWeight: total > 0 ? factor.priorPoints / total : 1 / listed.length,
    })),
    isSeedPrior:
      own.length === 0 &&
      starting.length === FACTOR_KINDS.length &&
      starting.every(({ kind, priorPoints }) => priorPoints === SEED_POINTS[kind]),
  }
}
