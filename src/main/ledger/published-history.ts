import type { Database as Sqlite } from 'better-sqlite3'
import { blobToId } from '../database/id-blob.ts'
import { DELETED_REGISTER } from './ledger.ts'
import { isAlive, type RowState } from './row-state.ts'
import type { RowWriterParts } from './row-writer.ts'

type Parts = Pick<RowWriterParts, 'states' | 'origins'>

interface PublicationCells {
  id: Buffer
  quarter: string
  modelVersion: number
}

/**
 * Keys of groups after `groupKey` whose published quarters rest on the leaving rows: those that name a leaving version
 * of the model, and those settled against a leaving publication.
 */
export function findRestingPublications(
  sqlite: Sqlite,
  parts: Parts,
  leaving: readonly RowState[],
  groupKey: number,
): Set<number> {
  const versions = new Set(rowsOf(leaving, 'scoring_model').map((state) => versionOf(sqlite, state)))
  const quarters = rowsOf(leaving, 'class_publication').flatMap((state) => {
    const found = findPublication(sqlite, state)
    return found ? [found.quarter] : []
  })
  if (versions.size === 0 && quarters.length === 0) return new Set()
  const leavingRows = new Set(leaving.map(({ id }) => id))
  const resting = standingPublications(sqlite).filter(
    ({ id, quarter, modelVersion }) =>
      !leavingRows.has(blobToId(id)) &&
      (versions.has(modelVersion) || quarters.some((gone) => gone < quarter)),
  )
  return new Set(resting.flatMap(({ id }) => madeAfter(parts, id, groupKey)))
}

/**
 * Keys of groups after `groupKey` that changed what a returning publication stands among: another quarter published
 * since, or one before it or its version of the model taken back since.
 */
export function findChangesAroundPublications(
  sqlite: Sqlite,
  parts: Parts,
  returning: readonly RowState[],
  groupKey: number,
): Set<number> {
  const returningRows = new Set(returning.map(({ id }) => id))
  const groups = new Set<number>()
  for (const state of rowsOf(returning, 'class_publication')) {
    const publication = findPublication(sqlite, state)
    if (!publication) continue
    for (const { id } of standingPublications(sqlite)) {
      for (const made of madeAfter(parts, id, groupKey)) groups.add(made)
    }
    const earlier = idsOf(
      sqlite,
      'SELECT id FROM class_publication WHERE is_deleted = 1 AND quarter < ?',
      publication.quarter,
    ).map((id) => parts.states.get('class_publication', blobToId(id)))
    const models = idsOf(
      sqlite,
      'SELECT id FROM scoring_model WHERE is_deleted = 1 AND version = ?',
      publication.modelVersion,
    ).map((id) => parts.states.get('scoring_model', blobToId(id)))
    for (const gone of [...earlier, ...models]) {
      if (returningRows.has(gone.id)) continue
      for (const taken of takenAfter(parts, gone, groupKey)) groups.add(taken)
    }
  }
  return groups
}

function rowsOf(states: readonly RowState[], table: string): RowState[] {
  return states.filter(({ tableName }) => tableName === table)
}

function idsOf(sqlite: Sqlite, rows: string, value: string | number): Buffer[] {
  return sqlite.prepare<[string | number], Buffer>(rows).pluck().all(value)
}

function versionOf(sqlite: Sqlite, { blob }: RowState): number | null {
  const version = sqlite.prepare<[Buffer], number | null>('SELECT version FROM scoring_model WHERE id = ?')
  return version.pluck().get(blob) ?? null
}

function findPublication(sqlite: Sqlite, { blob }: RowState): PublicationCells | undefined {
  return sqlite
    .prepare<[Buffer], PublicationCells>(
      `SELECT id, quarter, model_version AS modelVersion FROM class_publication
       WHERE id = ? AND quarter IS NOT NULL`,
    )
    .get(blob)
}

function standingPublications(sqlite: Sqlite): PublicationCells[] {
  return sqlite
    .prepare<[], PublicationCells>(
      `SELECT id, quarter, model_version AS modelVersion FROM class_publication
       WHERE is_deleted = 0 AND quarter IS NOT NULL`,
    )
    .all()
}

/** Undo and redo looked through: one that only came back was made when it was first published. */
function madeAfter({ states, origins }: Parts, publication: Buffer, groupKey: number): number[] {
  return origins
    .ofHeads(states.get('class_publication', blobToId(publication)), 'publication')
    .flatMap((origin) => (origin && origin.groupKey > groupKey ? [origin.groupKey] : []))
}

/** Groups that took away a row which was there at `groupKey`. */
function takenAfter({ states, origins }: Parts, gone: RowState, groupKey: number): number[] {
  if (isAlive(gone, states.deviceId)) return []
  const made = Object.keys(gone.table.registers).flatMap((register) => origins.ofHeads(gone, register))
  if (!made.some((origin) => origin && origin.groupKey <= groupKey)) return []
  return (gone.heads.get(DELETED_REGISTER) ?? []).map(origins.groupOf).filter((key) => key > groupKey)
}
