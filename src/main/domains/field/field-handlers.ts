import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { FieldOnCard } from '#shared/contract/field.ts'
import { type CustomValue, type FieldOwner, isValueOf } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, EngineHandlers } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { findPartyName } from '../party/party-repository.ts'
import { customValueId, notFound, valuesOfParty } from './custom-values.ts'
import {
  findFieldByName,
  lastPosition,
  listDefinitions,
  listFields,
  modelVersionUsing,
  optionsInUse,
  requireField,
} from './field-repository.ts'

const invalid = (path: string, message: string): MainstayError =>
  new MainstayError('invalid-input', message, { fields: [{ path, message }] })

function requireFreeName(database: ReadDatabase, owner: FieldOwner, name: string, except?: Id): void {
  const holder = findFieldByName(database, owner, name)
  if (holder && holder !== except)
    throw new MainstayError('duplicate-name', `There is a field “${name}” already.`, { name })
}

function requireOptions(kind: string, options: readonly string[]): void {
  if (kind === 'choice' && options.length === 0) throw invalid('options', 'A choice needs options.')
  if (new Set(options).size < options.length) throw invalid('options', 'An option stands there twice.')
}

/** What kind of card a party has. Throws not-found. */
function ownerOf(database: ReadDatabase, partyId: Id): FieldOwner {
  const party = database.get(
    tables.selectFrom('party').select('kind').where('id', '=', idToBlob(partyId)).where('is_deleted', '=', 0),
  )
  if (!party) throw notFound('party', partyId)
  return party.kind === 'person' ? 'person' : 'account'
}

function onCard(database: ReadDatabase, partyId: Id): FieldOnCard[] {
  const owner = ownerOf(database, partyId)
  const values = valuesOfParty(database, partyId)
  return listDefinitions(database)
    .filter((field) => field.owner === owner)
    .map((field) => {
      const stored = values.get(field.id)
      return { ...field, value: stored?.value ?? null, valueId: stored?.id ?? null }
    })
}

function setValue(
  { database, ledger }: CommandContext,
  { partyId, fieldId, value }: { partyId: Id; fieldId: Id; value: CustomValue | null },
): null {
  const field = requireField(database, fieldId)
  if (ownerOf(database, partyId) !== field.owner) throw notFound(field.owner, partyId)
  if (value !== null && !isValueOf(field.kind, field.options, value)) {
    throw invalid('value', `“${field.name}” holds another kind of value.`)
  }
  const label = {
    key: 'customField.setValue',
    values: { field: field.name, name: findPartyName(database, partyId) ?? '' },
  }
  ledger.change(label, ['field', field.owner], (writer) =>
    writer.setAll('custom_value', customValueId(partyId, fieldId), { core: { partyId, fieldId }, value }),
  )
  return null
}

const definitionOf = ({
  owner,
  name,
  kind,
  options,
  unit,
  position,
}: {
  owner: string
  name: string
  kind: string
  options: readonly string[]
  unit: string | null
  position: number
}): RegisterValue => ({ owner, name, kind, options: [...options], unit, position })

export const fieldHandlers = {
  'field.list': ({ database }) => listFields(database),
  'field.onCard': ({ database }, { partyId }) => onCard(database, partyId),

  'field.define': ({ database, ledger }, given) => {
    requireFreeName(database, given.owner, given.name)
    const options = given.kind === 'choice' ? given.options : []
    requireOptions(given.kind, options)
    const position = lastPosition(database, given.owner) + 1
    const id = randomUUID()
    ledger.change({ key: 'customField.define', values: { name: given.name } }, ['field'], (writer) =>
      writer.set('custom_field', id, 'definition', definitionOf({ ...given, options, position })),
    )
    return { id }
  },

  'field.revise': ({ database, ledger }, { id, changes }) => {
    const field = requireField(database, id)
    const after = {
      ...field,
      name: changes.name ?? field.name,
      options: field.kind === 'choice' ? (changes.options ?? field.options) : [],
      unit: changes.unit === undefined ? field.unit : changes.unit,
    }
    requireFreeName(database, field.owner, after.name, id)
    requireOptions(field.kind, after.options)
    const missing = field.kind === 'choice' ? optionsInUse(database, id) : []
    const lost = missing.find((option) => !after.options.includes(option))
    if (lost !== undefined) throw new MainstayError('in-use', `“${lost}” is in use.`, { option: lost })
    ledger.change({ key: 'customField.revise', values: { name: after.name } }, ['field'], (writer) =>
      writer.set('custom_field', id, 'definition', definitionOf(after)),
    )
    return null
  },

  'field.remove': ({ database, ledger }, { id }) => {
    const { name } = requireField(database, id)
    const version = modelVersionUsing(database, id)
    if (version !== null) {
      throw new MainstayError('field-in-use', `Version ${version} of the scoring model counts with it.`, {
        name,
        version,
      })
    }
    ledger.change({ key: 'customField.remove', values: { name } }, ['field'], (writer) =>
      writer.remove('custom_field', id),
    )
    return null
  },

  'field.setValue': setValue,
} satisfies EngineHandlers<'field'>
