import { afterEach, beforeEach, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { opportunity } from '#shared/contract/opportunity.ts'
import { AMOUNT_SCALE } from '#shared/domain/money.ts'
import { opportunityHandlers } from '../../../src/main/domains/opportunity/opportunity-handlers.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

const units = (value: number) => value * AMOUNT_SCALE
let workspace: TradingWorkspace

beforeEach(() => {
  workspace = createTradingWorkspace()
  workspace.trade(
    Array.from({ length: 10 }, (_, index) => ({
      account: `A${index}`,
      order: `${index}`,
      orderedOn: '2026-06-01',
      amount: (index + 1) * 100,
      cost: 70,
    })),
  )
  workspace.setAsOf('2026-09-30')
})
afterEach(() => workspace.close())

type Fields = InputOf<'opportunity.record'>['fields']
function record(number: string, fields: Fields, stage: 'identified' | 'proposal' = 'identified'): string {
  const input = opportunity.record.input.parse({ accountId: workspace.idOf(number), stage, fields })
  return opportunityHandlers['opportunity.record'](workspace.context, input).id
}
const list = (input: Partial<InputOf<'opportunity.list'>> = {}) =>
  opportunity.list.output.parse(
    opportunityHandlers['opportunity.list'](
      workspace.queries,
      opportunity.list.input.parse({ filter: {}, offset: 0, limit: 100, ...input }),
    ),
  )
const value = (amount: number, currency = 'CNY') => ({ amount: units(amount), currency })

it('weighs open opportunities by stage or own probability and leaves closed ones out of the pipeline', () => {
  record('A1', { name: 'First', value: value(1000) }, 'proposal')
  const own = record('A1', { name: 'Second', value: value(1000), probabilityPercent: 90 }, 'proposal')
  const won = record('A2', { name: 'Third', value: value(300) })
  opportunityHandlers['opportunity.close'](workspace.context, {
    id: won,
    result: 'won',
    closedOn: '2026-09-01',
    reasons: ['value', 'price'],
  })
  const { stages, won: wins, reasons, rows } = list()
  expect(stages.find(({ stage }) => stage === 'proposal')).toMatchObject({
    count: 2,
    value: units(2000),
    weighted: units(1400),
  })
  expect(wins).toEqual({ count: 1, value: units(300) })
  expect(reasons).toMatchObject([
    { reason: 'value', won: 1, lost: 0 },
    { reason: 'price', won: 1, lost: 0 },
  ])
  expect(rows.find(({ id }) => id === won)).toMatchObject({ effectivePercent: 100, weighted: null })

  opportunityHandlers['opportunity.moveStage'](workspace.context, { id: own, stage: 'negotiation' })
  expect(list().rows.find(({ id }) => id === own)).toMatchObject({
    probabilityPercent: null,
    effectivePercent: 75,
  })
})

it('a closed one moved to a stage is open again, and one undo closes it as it was', () => {
  const id = record('A1', { name: 'First', value: value(1000) })
  const close = { id, result: 'lost' as const, closedOn: '2026-09-01', reasons: ['price' as const] }
  opportunityHandlers['opportunity.close'](workspace.context, { ...close, competitor: 'Rival' })
  opportunityHandlers['opportunity.moveStage'](workspace.context, { id, stage: 'qualified' })
  expect(list().rows[0]).toMatchObject({ outcome: null, stage: 'qualified', competitor: 'Rival' })
  workspace.ledger.undo(undefined, false)
  expect(list().rows[0]).toMatchObject({
    outcome: { result: 'lost', reasons: ['price'] },
    stage: 'identified',
  })
})

it('keeps its number to itself, and is found by name, account, competitor and state', () => {
  record('A1', { name: 'Line two', number: 'O-1', competitor: 'Rival' })
  const second = record('A2', { name: 'Robots', expectedCloseOn: '2026-09-01' })
  expect(() => record('A3', { name: 'Other', number: 'O-1' })).toThrow(/number/)
  const revise = opportunity.revise.input.parse({ id: second, changes: { number: 'O-1' } })
  expect(() => opportunityHandlers['opportunity.revise'](workspace.context, revise)).toThrow(/number/)
  expect(list({ filter: { text: 'rival' } }).rows).toMatchObject([{ name: 'Line two' }])
  expect(list({ filter: { state: 'won' } }).total).toBe(0)
  expect(list()).toMatchObject({ total: 2, overdueCount: 1 })
  const named = list({ sort: { field: 'name', isDescending: true } }).rows.map(({ name }) => name)
  expect(named).toEqual(['Robots', 'Line two'])
})

it('revising one field leaves the others, and a value in a currency without a rate is refused', () => {
  const id = record('A1', { name: 'First', value: value(1000), owner: 'Lin' })
  const revise = (changes: InputOf<'opportunity.revise'>['changes']) =>
    opportunityHandlers['opportunity.revise'](
      workspace.context,
      opportunity.revise.input.parse({ id, changes }),
    )
  revise({ name: 'Renamed' })
  expect(list().rows[0]).toMatchObject({ name: 'Renamed', owner: 'Lin', baseValue: units(1000) })
  revise({ owner: null })
  expect(list().rows[0]).toMatchObject({ name: 'Renamed', owner: null })
  expect(() => revise({ value: value(5, 'USD') })).toThrow(/rate/)
})

it('proposes a deal potential where nobody has judged it, without using it for the class', () => {
  const judged = { level: 2, evidence: 'seen', author: 'Lin', expiresOn: null }
  workspace.addAccount('P1', ['prospect'])
  workspace.revise('P1', { industryInfluence: { ...judged, level: 5 } })
  workspace.addAccount('P2', ['prospect'])
  workspace.revise('P2', { industryInfluence: judged, dealPotential: judged })
  record('P1', { name: 'Big one', value: value(5000) })
  record('P2', { name: 'Another', value: value(5000) })
  const before = workspace.standings().get('P1')
  const { rows } = opportunity.listProspects.output.parse(
    opportunityHandlers['opportunity.listProspects'](workspace.queries),
  )
  expect(rows.find(({ name }) => name === 'P1')).toMatchObject({
    dealPotential: null,
    proposedDealPotential: 5,
    openCount: 1,
    openValue: units(5000),
  })
  expect(rows.find(({ name }) => name === 'P2')).toMatchObject({ proposedDealPotential: null })
  expect(rows.map(({ name }) => name)).not.toContain('A1')
  expect(workspace.standings().get('P1')).toEqual(before)
})
