import type { Selectable } from 'kysely'
import { type Employment, type PersonFields, personFields } from '#shared/contract/person.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { Schema } from '../../database/schema.ts'

export function rowToPersonFields(row: Selectable<Schema['party']>): PersonFields {
  return personFields.parse({
    name: row.name,
    gender: row.gender,
    birthday: row.birthday_on,
    phone: row.phone,
    mobile: row.mobile,
    email: row.email,
    address: row.address,
    interests: row.interests,
    notes: row.notes,
    source: row.source,
    consent: row.consent,
  })
}

type EmploymentRow = Selectable<Schema['employment']>

/** Empty for a post whose person or company is unknown. */
export function rowToEmployment(
  row: Omit<EmploymentRow, 'is_deleted'> & { company_name: string },
): Employment[] {
  if (!row.person_id || !row.company_id) return []
  return [
    {
      id: blobToId(row.id),
      personId: blobToId(row.person_id),
      companyId: blobToId(row.company_id),
      companyName: row.company_name,
      title: row.title,
      department: row.department,
      startedOn: row.started_on,
      endedOn: row.ended_on,
    },
  ]
}
