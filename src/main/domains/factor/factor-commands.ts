import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { PurchaseFactor } from '#shared/contract/factor.ts'
import type { Id } from '#shared/domain/id.ts'
import { MOST_FACTORS } from '#shared/domain/purchase-factor.ts'
import type { CommandHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { readFactorList } from './factor-list.ts'

const FEWEST_FACTORS = 2

function requireFactor(database: ReadDatabase, id: Id): { factor: PurchaseFactor; position: number } {
  const { factors } = readFactorList(database)
  const position = factors.findIndex((factor) => factor.id === id)
  const factor = factors[position]
  if (!factor) throw new MainstayError('not-found', 'This purchase factor is no longer there.', { id })
  return { factor, position }
}

/** Names that differ in capitals, width or spaces alone are the same to a reader. */
const nameKey = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

function requireFreeName(database: ReadDatabase, name: string | null | undefined, exceptId?: Id): void {
  if (!name) return
  const wanted = nameKey(name)
  const holder = readFactorList(database).factors.find(
    (factor) => factor.id !== exceptId && factor.name !== null && nameKey(factor.name) === wanted,
  )
  if (holder) throw new MainstayError('duplicate-name', `Another factor is named ${name}.`, { name })
}

function refuse(path: string, message: string): never {
  throw new MainstayError('invalid-input', message, { fields: [{ path, message }] })
}

function setDefinition(
  writer: ChangeWriter,
  { id, name, description }: Pick<PurchaseFactor, 'id' | 'name' | 'description'>,
  position: number | null,
) {
  writer.set('purchase_factor', id, 'definition', { name, description, position })
}

/** A starting factor has no name of its own until it is given one. */
function labelOf(verb: 'revise' | 'remove', { name }: Pick<PurchaseFactor, 'name'>) {
  return name === null
    ? { key: `factor.${verb}Starting`, values: {} }
    : { key: `factor.${verb}`, values: { name } }
}

export const factorCommandHandlers = {
  'factor.define': ({ database, ledger }, { name, description = null, priorPoints }) => {
    const { factors } = readFactorList(database)
    if (factors.length >= MOST_FACTORS) refuse('name', `There are ${MOST_FACTORS} factors already.`)
    requireFreeName(database, name)
    const id = randomUUID()
    ledger.change({ key: 'factor.define', values: { name } }, ['factor'], (writer) => {
      // The last place may be held by a factor whose row counts otherwise, so all are numbered anew.
      for (const [place, factor] of factors.entries()) setDefinition(writer, factor, place)
      setDefinition(writer, { id, name, description }, factors.length)
      writer.set('purchase_factor', id, 'priorPoints', priorPoints)
    })
    return { id }
  },

  'factor.revise': ({ database, ledger }, { id, changes }) => {
    const { factors } = readFactorList(database)
    const { factor, position } = requireFactor(database, id)
    const revised = { ...factor, ...Object.fromEntries(definedEntries(changes)) }
    if (revised.kind === null && revised.name === null) refuse('name', 'An own factor needs a name.')
    requireFreeName(database, revised.name, id)
    if (factors.every((other) => (other.id === id ? revised : other).priorPoints === 0)) {
      refuse('priorPoints', 'One factor at least has to weigh something.')
    }
    ledger.change(labelOf('revise', factor), ['factor'], (writer) => {
      setDefinition(writer, revised, position)
      if (changes.priorPoints !== undefined) {
        writer.set('purchase_factor', id, 'priorPoints', changes.priorPoints)
      }
    })
    return null
  },

  'factor.remove': ({ database, ledger }, { id }) => {
    const { factors } = readFactorList(database)
    const { factor } = requireFactor(database, id)
    if (factors.length <= FEWEST_FACTORS) refuse('id', 'Two factors have to stay.')
    ledger.change(labelOf('remove', factor), ['factor'], (writer) => {
      if (factor.kind === null) writer.remove('purchase_factor', id)
      else setDefinition(writer, factor, null)
    })
    return null
  },

  'factor.reorder': ({ database, ledger }, { ids }) => {
    const { factors } = readFactorList(database)
    const byId = new Map(factors.map((factor) => [factor.id, factor]))
    if (
      ids.length !== factors.length ||
      new Set(ids).size !== ids.length ||
      !ids.every((id) => byId.has(id))
    ) {
      refuse('ids', 'Every factor has to be named once.')
    }
    ledger.change({ key: 'factor.reorder', values: {} }, ['factor'], (writer) => {
      for (const [place, id] of ids.entries()) {
        const factor = byId.get(id)
        if (factor) setDefinition(writer, factor, place)
      }
    })
    return null
  },
} satisfies Pick<
  CommandHandlers<'factor'>,
  'factor.define' | 'factor.revise' | 'factor.remove' | 'factor.reorder'
>
