import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { ParsedInputOf } from '#shared/contract/contract.ts'
import type { RecordedSpend } from '#shared/contract/wallet.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext, CommandHandlers } from '../../application/ports.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { findOpportunity } from '../opportunity/opportunity-repository.ts'
import { readBudgetRates } from '../order/budget-rates.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { findCategoryName } from '../product/product-repository.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { customerSpendId, findSpend } from '../spend/spend-repository.ts'
import { whiteSpaceCellId } from './cell-repository.ts'

type SpendFigures = Pick<
  RecordedSpend,
  | 'amount'
  | 'lowAmount'
  | 'highAmount'
  | 'currency'
  | 'source'
  | 'sourceOn'
  | 'confidence'
  | 'rank'
  | 'competitors'
>
type SpendChanges = ParsedInputOf<'wallet.reviseSpend'>['changes']

/** Names for the history, after both were found to be there. */
function requireCell(database: ReadDatabase, accountId: Id, categoryId: Id) {
  requireParty(database, accountId, 'company')
  const category = findCategoryName(database, categoryId)
  if (category === undefined) {
    throw new MainstayError('not-found', 'This category is no longer there.', { id: categoryId })
  }
  return { name: findPartyName(database, accountId) ?? '', category }
}

function refuse(path: string, message: string): never {
  throw new MainstayError('invalid-input', message, { fields: [{ path, message }] })
}

/** Errors: invalid-input. */
function requireSound(
  database: ReadDatabase,
  { amount, lowAmount, highAmount, currency, competitors, rank }: SpendFigures,
) {
  if (amount === null && !rank) refuse('amount', 'Neither an amount nor a rank is given.')
  if (amount === null && (lowAmount !== null || highAmount !== null))
    refuse('amount', 'A range needs its amount.')
  if (amount !== null && lowAmount !== null && lowAmount > amount) refuse('lowAmount', 'Above the amount.')
  if (amount !== null && highAmount !== null && highAmount < amount) refuse('highAmount', 'Below the amount.')
  if (!readBudgetRates(database).rates.has(currency)) refuse('currency', `${currency} has no budget rate.`)
  const shares = competitors.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0)
  if (shares > 100 + 1e-9) refuse('competitors', 'The shares exceed 100 percent.')
}

function writeSpend(
  writer: ChangeWriter,
  core: { accountId: Id; categoryId: Id; year: number },
  { rank, competitors, ...figures }: SpendFigures,
): Id {
  const id = customerSpendId(core.accountId, core.categoryId, core.year)
  const estimate: Record<string, RegisterValue> = {
    ...figures,
    rank: rank?.rank ?? null,
    suppliers: rank?.suppliers ?? null,
  }
  writer.setAll('customer_spend', id, {
    core: { partyId: core.accountId, categoryId: core.categoryId, year: core.year },
    estimate,
    competitors,
  })
  return id
}

function emptyFigures(database: ReadDatabase): SpendFigures {
  return {
    amount: null,
    lowAmount: null,
    highAmount: null,
    currency: readSettings(database).baseCurrency,
    source: null,
    sourceOn: null,
    confidence: null,
    rank: null,
    competitors: [],
  }
}

function figuresOf({ id: _id, year: _year, baseAmount: _base, ...figures }: RecordedSpend): SpendFigures {
  return figures
}

/** A stated amount replaces a rank: the estimate is there only while the spend is unknown. */
function merged(before: SpendFigures, changes: SpendChanges): SpendFigures {
  const after: SpendFigures = { ...before, ...Object.fromEntries(definedEntries(changes)) }
  return after.amount === null ? after : { ...after, rank: null }
}

function requireSpend(database: ReadDatabase, id: Id) {
  const found = findSpend(database, id)
  if (!found?.accountId || !found.categoryId) {
    throw new MainstayError('not-found', 'This spend is no longer there.', { id })
  }
  const core = {
    accountId: blobToId(found.accountId),
    categoryId: blobToId(found.categoryId),
    year: found.spend.year,
  }
  const names = { ...requireCell(database, core.accountId, core.categoryId), year: core.year }
  return { core, spend: found.spend, names }
}

function setCell(writer: ChangeWriter, accountId: Id, categoryId: Id, values: Record<string, RegisterValue>) {
  writer.setAll('white_space_cell', whiteSpaceCellId(accountId, categoryId), {
    core: { partyId: accountId, categoryId },
    ...values,
  })
}

function requireRate(
  database: ReadDatabase,
  money: { currency: string } | null | undefined,
  path: string,
): void {
  if (money && !readBudgetRates(database).rates.has(money.currency)) {
    refuse(path, `${money.currency} has no budget rate.`)
  }
}

/** Errors: in-use while a cell's opportunity is neither closed nor removed. */
function requireNoneOpen(database: ReadDatabase, opportunityId: Buffer | null): void {
  const found = opportunityId && findOpportunity(database, blobToId(opportunityId))
  if (found && found.outcome === null) {
    throw new MainstayError('in-use', `The opportunity ${found.fields.name} is open.`, {
      name: found.fields.name,
    })
  }
}

function dayOf(context: CommandContext): string {
  return new Date(context.now()).toISOString().slice(0, 10)
}

export const walletCommandHandlers = {
  'wallet.recordSpend': (context, { accountId, categoryId, year, spend }) => {
    const { database, ledger } = context
    const names = requireCell(database, accountId, categoryId)
    const before = findSpend(database, customerSpendId(accountId, categoryId, year))?.spend
    const figures = merged(before ? figuresOf(before) : emptyFigures(database), spend)
    requireSound(database, figures)
    const label = { key: 'wallet.recordSpend', values: { ...names, year } }
    const { result: id } = ledger.change(label, ['wallet'], (writer) =>
      writeSpend(writer, { accountId, categoryId, year }, figures),
    )
    return { id }
  },

  'wallet.reviseSpend': ({ database, ledger }, { id, changes }) => {
    const { core, spend, names } = requireSpend(database, id)
    const figures = merged(figuresOf(spend), changes)
    requireSound(database, figures)
    ledger.change({ key: 'wallet.reviseSpend', values: names }, ['wallet'], (writer) => {
      // A row from elsewhere may carry another id than the one made here.
      const { rank, competitors, ...rest } = figures
      writer.setAll('customer_spend', id, {
        core: { partyId: core.accountId, categoryId: core.categoryId, year: core.year },
        estimate: { ...rest, rank: rank?.rank ?? null, suppliers: rank?.suppliers ?? null },
        competitors,
      })
    })
    return null
  },

  'wallet.removeSpend': ({ database, ledger }, { id }) => {
    const { names } = requireSpend(database, id)
    ledger.change({ key: 'wallet.removeSpend', values: names }, ['wallet'], (writer) =>
      writer.remove('customer_spend', id),
    )
    return null
  },

  'wallet.estimateByRank': ({ database, ledger }, { accountId, categoryId, year, rank }) => {
    const names = requireCell(database, accountId, categoryId)
    if (rank.rank > rank.suppliers) refuse('rank', 'The rank is beyond the suppliers.')
    const before = findSpend(database, customerSpendId(accountId, categoryId, year))?.spend
    if (before?.amount != null) {
      throw new MainstayError('in-use', 'An amount is recorded; a rank would say less.', { year })
    }
    const figures = { ...(before ? figuresOf(before) : emptyFigures(database)), rank }
    const label = { key: 'wallet.estimateByRank', values: { ...names, year } }
    const { result: id } = ledger.change(label, ['wallet'], (writer) =>
      writeSpend(writer, { accountId, categoryId, year }, figures),
    )
    return { id }
  },

  'wallet.setCell': ({ database, ledger }, { accountId, categoryId, changes }) => {
    const names = requireCell(database, accountId, categoryId)
    requireRate(database, changes.potential, 'potential')
    ledger.change({ key: 'wallet.setCell', values: names }, ['wallet'], (writer) =>
      setCell(writer, accountId, categoryId, Object.fromEntries(definedEntries(changes))),
    )
    return null
  },

  'wallet.openOpportunity': (context, { accountId, categoryId, name, value, expectedCloseOn }) => {
    const { database, ledger } = context
    const names = requireCell(database, accountId, categoryId)
    requireRate(database, value, 'value')
    const account = database.get(
      tables.selectFrom('party').select('account_manager').where('id', '=', idToBlob(accountId)),
    )
    const cell = database.get(
      tables
        .selectFrom('white_space_cell')
        .select(['competitor', 'opportunity_id'])
        .where('id', '=', idToBlob(whiteSpaceCellId(accountId, categoryId)))
        .where('is_deleted', '=', 0),
    )
    requireNoneOpen(database, cell?.opportunity_id ?? null)
    const opportunityId = randomUUID()
    const label = { key: 'wallet.openOpportunity', values: { ...names, opportunity: name } }
    ledger.change(label, ['wallet', 'opportunity'], (writer) => {
      writer.setAll('opportunity', opportunityId, {
        core: { partyId: accountId, number: null, name },
        category: categoryId,
        value,
        stage: 'identified',
        expectedClose: expectedCloseOn,
        competitor: cell?.competitor ?? null,
        owner: account?.account_manager ?? null,
        opened: dayOf(context),
      })
      setCell(writer, accountId, categoryId, { opportunity: opportunityId, state: 'pursuing' })
    })
    return { opportunityId }
  },
} satisfies CommandHandlers<'wallet'>
