import type { Day } from '#shared/domain/calendar.ts'
import {
  type CreditDecision,
  type CreditGrade,
  creditDecision,
  type LegalState,
  legalState,
} from '#shared/domain/credit.ts'
import type { Id } from '#shared/domain/id.ts'
import { type Quarter, quarter } from '#shared/domain/quarter.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { AccountKeys } from './account-parties.ts'

/** A finished rating of a living company. */
export interface FinishedRating {
  accountKey: number
  quarter: Quarter
  decision: CreditDecision
}

/** The grade in force of each rated account at a day, by account key. */
export function readCreditGrades(
  database: ReadDatabase,
  asOf: Day,
  accountKeys: AccountKeys = 'all',
): Map<number, { grade: CreditGrade; points: number }> {
  const rows = database.sqlite
    .prepare<{ asOf: Day; keys?: string }, [number, CreditGrade, number]>(
      `SELECT party.key, json_extract(decision, '$.grade'), json_extract(decision, '$.points')
       FROM credit_rating JOIN party ON party.id = credit_rating.party_id AND party.is_deleted = 0
       WHERE ${FINISHED} AND json_extract(decision, '$.asOf') <= @asOf ${among(accountKeys)}
       ORDER BY credit_rating.quarter`,
    )
    .raw()
    .all({ asOf, ...keysOf(accountKeys) })
  return new Map(rows.map(([accountKey, grade, points]) => [accountKey, { grade, points }]))
}

/** Every finished rating, oldest quarter first: of all accounts or of some. */
export function listFinishedRatings(database: ReadDatabase, accountKeys: AccountKeys): FinishedRating[] {
  const rows = database.sqlite
    .prepare<{ keys?: string }, [number, string, string]>(
      `SELECT party.key, credit_rating.quarter, decision
       FROM credit_rating JOIN party ON party.id = credit_rating.party_id AND party.is_deleted = 0
       WHERE ${FINISHED} ${among(accountKeys)} ORDER BY credit_rating.quarter, credit_rating.id`,
    )
    .raw()
    .all(keysOf(accountKeys))
  return rows.flatMap(([accountKey, quarterText, text]) => {
    const of = quarter.safeParse(quarterText)
    const decision = creditDecision.safeParse(JSON.parse(text))
    return of.success && decision.success ? [{ accountKey, quarter: of.data, decision: decision.data }] : []
  })
}

const FINISHED = `credit_rating.is_deleted = 0 AND credit_rating.quarter IS NOT NULL
  AND credit_rating.decision IS NOT NULL AND credit_rating.decision <> 'null'`

function among(accountKeys: AccountKeys): string {
  return accountKeys === 'all' ? '' : 'AND party.key IN (SELECT value FROM json_each(@keys))'
}

function keysOf(accountKeys: AccountKeys): { keys?: string } {
  return accountKeys === 'all' ? {} : { keys: JSON.stringify(accountKeys) }
}

/** Whether a lawsuit is open with each account where that is known, by account key. */
export function readLitigation(
  { sqlite }: ReadDatabase,
  asOf: Day,
  accountKeys: AccountKeys = 'all',
): Map<number, boolean> {
  const rows = sqlite
    .prepare<{ keys?: string }, [number, string]>(
      `SELECT party.key, party.litigation FROM party
       WHERE party.litigation IS NOT NULL AND party.is_deleted = 0 ${among(accountKeys)}`,
    )
    .raw()
    .all(keysOf(accountKeys))
  const known = new Map<number, boolean>()
  for (const [accountKey, text] of rows) {
    const state = rowToLegalState(text)
    if (state && state.on <= asOf) known.set(accountKey, state.isOpen)
  }
  return known
}

/** Null for none and for a text that holds none. */
export function rowToLegalState(text: string | null): LegalState | null {
  if (text === null) return null
  const parsed = legalState.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

/** Accounts of these ratings, deleted ones included. */
export function partiesOfRatings({ sqlite }: ReadDatabase, ratings: readonly Id[]): Id[] {
  const partyOf = sqlite
    .prepare<[Buffer], Buffer | null>('SELECT party_id FROM credit_rating WHERE id = ?')
    .pluck()
  return [...new Set(ratings.flatMap((id) => partyOf.get(idToBlob(id)) ?? []).map(blobToId))]
}
