import type { Day, Instant } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { type Quarter, quarter } from '#shared/domain/quarter.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import {
  type PublicationSummary,
  type PublishedResult,
  textToResult,
  textToSummary,
} from './publication-row.ts'

export interface StoredPublication {
  id: Id
  quarter: Quarter
  asOf: Day
  modelVersion: number
  publishedAt: Instant
  publishedBy: string
  summary: PublicationSummary
}

interface Cells {
  id: Buffer
  quarter: string
  asOf: Day
  modelVersion: number
  publishedAt: Instant
  publishedBy: string | null
  summary: string | null
}

const remember = whileUnchanged<StoredPublication[]>(1)

/** Published quarters, the oldest first. */
export function listPublications(database: ReadDatabase): StoredPublication[] {
  return remember(database, '', () =>
    database.sqlite
      .prepare<[], Cells>(
        `SELECT id, quarter, as_of_on AS asOf, model_version AS modelVersion, published_at AS publishedAt,
           published_by AS publishedBy, json_extract(results, '$.summary') AS summary
         FROM class_publication
         WHERE is_deleted = 0 AND as_of_on IS NOT NULL AND model_version IS NOT NULL AND published_at IS NOT NULL
         ORDER BY quarter`,
      )
      .all()
      .flatMap((row): StoredPublication[] => {
        const summary = textToSummary(row.summary)
        if (!summary || !quarter.safeParse(row.quarter).success) return []
        return [{ ...row, id: blobToId(row.id), publishedBy: row.publishedBy ?? '', summary }]
      }),
  )
}

const rememberResults = whileUnchanged<ReadonlyMap<Id, PublishedResult>>(12)

/** Everybody's result of a published quarter, by account; of accounts that are no more too. */
export function readResults(database: ReadDatabase, published: Quarter): ReadonlyMap<Id, PublishedResult> {
  return rememberResults(database, published, () => {
    const rows = database.sqlite
      .prepare<[string], { id: Id; result: string }>(
        `SELECT account.key AS id, account.value AS result
         FROM class_publication, json_each(class_publication.results, '$.accounts') AS account
         WHERE class_publication.is_deleted = 0 AND class_publication.quarter = ?`,
      )
      .all(published)
    return new Map(
      rows.flatMap(({ id, result }): [Id, PublishedResult][] => {
        const read = textToResult(result)
        return read ? [[id, read]] : []
      }),
    )
  })
}

/** One account's result per published quarter. */
export function readResultsOf({ sqlite }: ReadDatabase, accountId: Id): Map<Quarter, PublishedResult> {
  const rows = sqlite
    .prepare<[string], { quarter: string; result: string | null }>(
      `SELECT quarter, json_extract(results, ?) AS result FROM class_publication WHERE is_deleted = 0`,
    )
    .all(`$.accounts."${accountId}"`)
  return new Map(
    rows.flatMap(({ quarter: at, result }): [Quarter, PublishedResult][] => {
      const read = textToResult(result)
      return read ? [[at, read]] : []
    }),
  )
}
