import type { CustomField, FieldDefinition } from '#shared/contract/field.ts'
import { type FieldOwner, fieldKind, fieldOptions, fieldOwner } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { notFound } from './custom-values.ts'

/** The fields there are, in the order they are shown. */
export function listDefinitions(database: ReadDatabase): FieldDefinition[] {
  return database
    .all(
      tables
        .selectFrom('custom_field')
        .select(['id', 'owner', 'name', 'kind', 'options', 'unit', 'position'])
        .where('is_deleted', '=', 0)
        .orderBy('owner')
        .orderBy('position')
        .orderBy('id'),
    )
    .flatMap((row): FieldDefinition[] => {
      const owner = fieldOwner.safeParse(row.owner)
      const kind = fieldKind.safeParse(row.kind)
      if (!owner.success || !kind.success || row.name === null) return []
      const options = fieldOptions.safeParse(JSON.parse(row.options ?? '[]'))
      return [
        {
          id: blobToId(row.id),
          owner: owner.data,
          name: row.name,
          kind: kind.data,
          options: options.success ? options.data : [],
          unit: row.unit,
          position: row.position ?? 0,
        },
      ]
    })
}

/** The fields there are with what is known of their values. */
export function listFields(database: ReadDatabase): CustomField[] {
  const held = countByField(
    database,
    `SELECT field_id, count(*) FROM custom_value
     WHERE is_deleted = 0 AND value IS NOT NULL AND field_id IS NOT NULL GROUP BY field_id`,
  )
  // Few parties are removed: taking theirs away is quicker than looking every party up.
  const ofRemoved = countByField(
    database,
    `SELECT field_id, count(*) FROM party CROSS JOIN custom_value ON custom_value.party_id = party.id
     WHERE party.is_deleted = 1 AND custom_value.is_deleted = 0 AND custom_value.value IS NOT NULL
       AND field_id IS NOT NULL GROUP BY field_id`,
  )
  const largestAmount = database.sqlite
    .prepare<[Buffer], number | null>(
      `SELECT max(abs(value ->> '$.amount')) FROM custom_value
       WHERE field_id = ? AND is_deleted = 0 AND json_type(value, '$.amount') = 'integer'`,
    )
    .pluck()
  return listDefinitions(database).map((field) => ({
    ...field,
    valueCount: (held.get(field.id) ?? 0) - (ofRemoved.get(field.id) ?? 0),
    largestAmount: field.kind === 'money' ? (largestAmount.get(idToBlob(field.id)) ?? null) : null,
  }))
}

function countByField({ sqlite }: ReadDatabase, statement: string): Map<Id, number> {
  const rows = sqlite.prepare<[], [Buffer, number]>(statement).raw().all()
  return new Map(rows.map(([fieldId, count]) => [blobToId(fieldId), count]))
}

/** The field of that name on the cards of an owner, if any. */
export function findFieldByName(database: ReadDatabase, owner: FieldOwner, name: string): Id | undefined {
  const row = database.get(
    tables
      .selectFrom('custom_field')
      .select('id')
      .where('owner', '=', owner)
      .where('name', '=', name)
      .where('is_deleted', '=', 0),
  )
  return row && blobToId(row.id)
}

/** Position of an owner's last field; 0 without any. */
export function lastPosition(database: ReadDatabase, owner: FieldOwner): number {
  const row = database.get(
    tables
      .selectFrom('custom_field')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('owner', '=', owner)
      .where('is_deleted', '=', 0),
  )
  return row?.last ?? 0
}

/** Throws not-found. */
export function requireField(database: ReadDatabase, id: Id): FieldDefinition {
  const field = listDefinitions(database).find((candidate) => candidate.id === id)
  if (!field) throw notFound('field', id)
  return field
}

/** Version of a model in force, or still to come, that counts with the field; null where none does. */
export function modelVersionUsing({ sqlite }: ReadDatabase, fieldId: Id): number | null {
  const asOf = sqlite
    .prepare<[], string | null>(
      `SELECT coalesce((SELECT as_of_on FROM setting WHERE is_deleted = 0 AND as_of_on IS NOT NULL LIMIT 1),
         (SELECT max(ordered_on) FROM order_line))`,
    )
    .pluck()
    .get()
  const models = sqlite
    .prepare<[], { version: number; definition: string; effectiveOn: string | null }>(
      `SELECT version, definition, definition ->> 'effectiveOn' AS effectiveOn FROM scoring_model
       WHERE is_deleted = 0 AND definition IS NOT NULL ORDER BY version DESC`,
    )
    .all()
  for (const { version, definition, effectiveOn } of models) {
    if (definition.includes(`"field:${fieldId}"`)) return version
    // Older versions no longer decide once a newer one has begun.
    if (effectiveOn === null || !asOf || effectiveOn <= asOf) return null
  }
  return null
}

/** Options of a choice that some value has. */
export function optionsInUse({ sqlite }: ReadDatabase, fieldId: Id): string[] {
  return sqlite
    .prepare<[Buffer], string>(
      `SELECT DISTINCT value ->> '$' FROM custom_value
       WHERE field_id = ? AND is_deleted = 0 AND value IS NOT NULL`,
    )
    .pluck()
    .all(idToBlob(fieldId))
}
