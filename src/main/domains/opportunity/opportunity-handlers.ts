import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { OpportunityFields } from '#shared/contract/opportunity.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { findCategoryName } from '../product/product-repository.ts'
import { readOpportunities } from './opportunity-list.ts'
import { findOpportunity, findOpportunityByNumber } from './opportunity-repository.ts'
import { readProspects } from './prospects.ts'

type FieldChanges = { [Field in keyof OpportunityFields]?: OpportunityFields[Field] | undefined }

const NO_OUTCOME = { outcome: null, closedOn: null, reasons: null } satisfies RegisterValue

/** Errors: not-found, duplicate-number, invalid-input for a currency without a rate. */
function requireSound(database: ReadDatabase, changes: FieldChanges, exceptId?: Id): void {
  const { number, categoryId, value } = changes
  if (number != null) {
    const holder = findOpportunityByNumber(database, number)
    if (holder && holder !== exceptId) {
      throw new MainstayError('duplicate-number', `Another opportunity has the number ${number}.`, { number })
    }
  }
  if (categoryId != null && findCategoryName(database, categoryId) === undefined) {
    throw new MainstayError('not-found', 'This category is no longer there.', { id: categoryId })
  }
  if (value && !readBudgetRates(database).rates.has(value.currency)) {
    const message = `${value.currency} has no budget rate.`
    throw new MainstayError('invalid-input', message, { fields: [{ path: 'value', message }] })
  }
}

/** Registers of the fields that were given; name and number live together with the party. */
function registersOf({
  name: _name,
  number: _number,
  ...changes
}: FieldChanges): Record<string, RegisterValue> {
  const { categoryId: category, expectedCloseOn: expectedClose, ...others } = changes
  return Object.fromEntries(definedEntries({ category, expectedClose, ...others }))
}

function requireOpportunity(database: ReadDatabase, id: Id) {
  const found = findOpportunity(database, id)
  if (!found) throw new MainstayError('not-found', 'This opportunity is no longer there.', { id })
  return found
}

function changeOpportunity(
  { database, ledger }: CommandContext,
  key: 'revise' | 'moveStage' | 'won' | 'lost' | 'remove',
  id: Id,
  write: (writer: ChangeWriter) => void,
): null {
  const { fields, account } = requireOpportunity(database, id)
  const values = { name: fields.name, account }
  ledger.change({ key: `opportunity.${key}`, values }, ['opportunity', 'wallet'], write)
  return null
}

export const opportunityHandlers = {
  'opportunity.list': ({ database }, input) => readOpportunities(database, input),
  'opportunity.listProspects': ({ database }) => readProspects(database),

  'opportunity.record': (context, { accountId, stage, openedOn, fields }) => {
    const { database, ledger } = context
    requireParty(database, accountId, 'company')
    requireSound(database, fields)
    const id = randomUUID()
    const values = { name: fields.name, account: findPartyName(database, accountId) ?? '' }
    ledger.change({ key: 'opportunity.record', values }, ['opportunity'], (writer) =>
      writer.setAll('opportunity', id, {
        core: { partyId: accountId, number: fields.number ?? null, name: fields.name },
        stage: stage ?? 'identified',
        opened: openedOn ?? new Date(context.now()).toISOString().slice(0, 10),
        ...registersOf(fields),
      }),
    )
    return { id }
  },

  'opportunity.revise': (context, { id, changes }) => {
    const before = requireOpportunity(context.database, id)
    requireSound(context.database, changes, id)
    return changeOpportunity(context, 'revise', id, (writer) => {
      const { name = before.fields.name, number = before.fields.number } = changes
      writer.setAll('opportunity', id, {
        core: { partyId: before.accountId, number, name },
        ...registersOf(changes),
      })
    })
  },

  'opportunity.moveStage': (context, { id, stage }) =>
    changeOpportunity(context, 'moveStage', id, (writer) =>
      writer.setAll('opportunity', id, { stage, probabilityPercent: null, outcome: NO_OUTCOME }),
    ),

  'opportunity.close': (context, { id, result, closedOn, reasons, competitor }) =>
    changeOpportunity(context, result, id, (writer) =>
      writer.setAll('opportunity', id, {
        outcome: { outcome: result, closedOn, reasons: [...new Set(reasons)] },
        ...(competitor === undefined ? {} : { competitor }),
      }),
    ),

  'opportunity.remove': (context, { id }) =>
    changeOpportunity(context, 'remove', id, (writer) => writer.remove('opportunity', id)),
} satisfies EngineHandlers<'opportunity'>
