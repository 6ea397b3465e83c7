import { sql } from 'kysely'
import type { Employment, PersonRow } from '#shared/contract/person.ts'
import type { Id } from '#shared/domain/id.ts'
import { escapeLike } from '../../database/escape-like.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { rowToEmployment, rowToPersonFields } from './person-row.ts'

const MOST_PEOPLE = 2000

const employments = tables
  .selectFrom('employment')
  .innerJoin('party as company', 'company.id', 'employment.company_id')
  .where('employment.is_deleted', '=', 0)
  .where('company.is_deleted', '=', 0)
  .select([
    'employment.id',
    'employment.person_id',
    'employment.company_id',
    'employment.title',
    'employment.department',
    'employment.started_on',
    'employment.ended_on',
    'company.name as company_name',
  ])

/** People of a company, or everybody whose name matches; at most 2,000, those who left last. */
export function listPeople(
  database: ReadDatabase,
  { companyId, text }: { companyId?: Id | undefined; text?: string | undefined },
): PersonRow[] {
  let people = tables
    .selectFrom('party')
    .selectAll()
    .where('kind', '=', 'person')
    .where('is_deleted', '=', 0)
    .limit(MOST_PEOPLE)
  if (companyId) {
    people = people.where('party.id', 'in', (builder) =>
      builder
        .selectFrom('employment')
        .select('employment.person_id')
        .where('employment.company_id', '=', idToBlob(companyId))
        .where('employment.is_deleted', '=', 0),
    )
  }
  if (text?.trim()) {
    const wanted = escapeLike(text.trim().toLowerCase())
    people = people.where(
      sql<boolean>`(name like ${`%${wanted}%`} escape '\\' or name_initials like ${`${wanted}%`} escape '\\'
        or name_pinyin like ${`${wanted}%`} escape '\\')`,
    )
  }
  const rows = database.all(people.orderBy('name_pinyin').orderBy('name'))
  const posts = new Map<string, Employment[]>()
  for (const post of postsOf(
    database,
    rows.length > 200 ? undefined : rows.map((row) => row.id),
    companyId,
  )) {
    posts.set(post.personId, [...(posts.get(post.personId) ?? []), post])
  }
  const listed = rows.map((row) => {
    const id = blobToId(row.id)
    return { id, fields: rowToPersonFields(row), employments: posts.get(id) ?? [] }
  })
  const hasLeft = (person: PersonRow) =>
    person.employments.length > 0 && person.employments.every((post) => post.endedOn !== null)
  return listed.sort((a, b) => Number(hasLeft(a)) - Number(hasLeft(b)))
}

function postsOf(
  database: ReadDatabase,
  people: Buffer[] | undefined,
  companyId: Id | undefined,
): Employment[] {
  const query = people ? employments.where('employment.person_id', 'in', people) : employments
  const posts = database.all(query.orderBy('employment.started_on', 'desc')).flatMap(rowToEmployment)
  // The company that was asked about comes first among a person's posts.
  return companyId
    ? posts.sort((a, b) => Number(b.companyId === companyId) - Number(a.companyId === companyId))
    : posts
}

export function findEmployment(database: ReadDatabase, id: Id): Employment | undefined {
  const row = database.get(employments.where('employment.id', '=', idToBlob(id)))
  return row && rowToEmployment(row)[0]
}
