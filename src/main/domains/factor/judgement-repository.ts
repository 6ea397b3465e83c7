import { z } from 'zod'
import { type Day, day } from '#shared/domain/calendar.ts'
import { type Id, id } from '#shared/domain/id.ts'
import {
  type JudgementAnswers,
  judgementAnswers,
  type PurchaseScenario,
  purchaseScenario,
} from '#shared/domain/purchase-factor.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** What a judgement's register holds. The name is kept for a person who is deleted later. */
export const storedJudgement = z.object({
  personId: id.nullable(),
  name: z.string(),
  influence: z.number().min(0),
  judgedOn: day.nullable(),
  answers: judgementAnswers,
  reason: z.string().nullable(),
})

export interface StoredJudgement {
  id: Id
  accountId: Id
  scenario: PurchaseScenario
  personId: Id | null
  name: string
  influence: number
  judgedOn: Day | null
  answers: JudgementAnswers
  reason: string | null
}

const judgements = tables
  .selectFrom('purchase_judgement')
  .innerJoin('party', 'party.id', 'purchase_judgement.party_id')
  .where('purchase_judgement.is_deleted', '=', 0)
  .where('party.is_deleted', '=', 0)
  .where('party.kind', '=', 'company')
  .select([
    'purchase_judgement.id',
    'purchase_judgement.scenario',
    'purchase_judgement.judgement',
    'party.id as account_id',
  ])
  .orderBy('purchase_judgement.id')

type Row = { id: Buffer; scenario: string | null; judgement: string | null; account_id: Buffer }

/** Rows this version can't read are left out. */
function rowToJudgement(row: Row): StoredJudgement[] {
  const scenario = purchaseScenario.safeParse(row.scenario)
  const stored = storedJudgement.safeParse(JSON.parse(row.judgement ?? 'null'))
  if (!scenario.success || !stored.success) return []
  const accountId = blobToId(row.account_id)
  return [{ id: blobToId(row.id), accountId, scenario: scenario.data, ...stored.data }]
}

/** Living judgements of living companies, the oldest first; a person goes by the name they have now. */
export function listJudgements(database: ReadDatabase, accountId?: Id): StoredJudgement[] {
  const wanted = accountId ? judgements.where('party.id', '=', idToBlob(accountId)) : judgements
  const found = database.all(wanted).flatMap(rowToJudgement)
  const names = readNames(
    database,
    found.flatMap(({ personId }) => personId ?? []),
  )
  return found
    .map((judgement) => ({ ...judgement, name: names.get(judgement.personId ?? '') ?? judgement.name }))
    .sort((one, other) => (one.judgedOn ?? '').localeCompare(other.judgedOn ?? ''))
}

export function findJudgement(database: ReadDatabase, judgementId: Id): StoredJudgement | undefined {
  const row = database.get(judgements.where('purchase_judgement.id', '=', idToBlob(judgementId)))
  return row && rowToJudgement(row)[0]
}

function readNames(database: ReadDatabase, people: readonly Id[]): Map<string, string> {
  const wanted = new Set(people)
  if (wanted.size === 0) return new Map()
  const rows = database.all(
    tables
      .selectFrom('party')
      .select(['id', 'name'])
      .where('kind', '=', 'person')
      .where('is_deleted', '=', 0),
  )
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const personId = blobToId(row.id)
      return wanted.has(personId) ? [[personId, row.name]] : []
    }),
  )
}
