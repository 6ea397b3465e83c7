import { afterEach, beforeEach, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { factor } from '#shared/contract/factor.ts'
import { opportunity } from '#shared/contract/opportunity.ts'
import { person } from '#shared/contract/person.ts'
import type { JudgementAnswers } from '#shared/domain/purchase-factor.ts'
import { factorHandlers } from '../../../src/main/domains/factor/factor-handlers.ts'
import { startingFactorId } from '../../../src/main/domains/factor/factor-list.ts'
import { opportunityHandlers } from '../../../src/main/domains/opportunity/opportunity-handlers.ts'
import { personHandlers } from '../../../src/main/domains/person/person-handlers.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

const VALUE = startingFactorId('value')
const PRICE = startingFactorId('price')
const RELATIONSHIP = startingFactorId('relationship')
let workspace: TradingWorkspace

beforeEach(() => {
  workspace = createTradingWorkspace()
  workspace.trade(
    ['A1', 'A2', 'A3'].map((account) => ({ account, order: account, orderedOn: '2026-06-01', amount: 100 })),
  )
  workspace.setAsOf('2026-09-30')
})
afterEach(() => workspace.close())

const split = (value: number, price: number, relationship: number): JudgementAnswers => ({
  method: 'points',
  points: [
    { factorId: VALUE, points: value },
    { factorId: PRICE, points: price },
    { factorId: RELATIONSHIP, points: relationship },
  ],
})
function judge(name: string, answers: JudgementAnswers, changes: Partial<InputOf<'factor.judge'>> = {}) {
  const input = factor.judge.input.parse({
    accountId: workspace.idOf('A1'),
    scenario: 'straight-rebuy',
    judge: { kind: 'name', name },
    influence: 1,
    judgedOn: '2026-09-01',
    answers,
    reason: null,
    ...changes,
  })
  return factorHandlers['factor.judge'](workspace.context, input).id
}
const list = () => factor.list.output.parse(factorHandlers['factor.list'](workspace.queries))
function account(number = 'A1', scenario = 'straight-rebuy') {
  const read = factor.account.output.parse(
    factorHandlers['factor.account'](workspace.queries, { accountId: workspace.idOf(number) }),
  )
  const found = read.scenarios.find((one) => one.scenario === scenario)
  if (!found) throw new Error('The scenario is missing.')
  return found
}
const portfolio = (input: InputOf<'factor.portfolio'> = {}) =>
  factor.portfolio.output.parse(factorHandlers['factor.portfolio'](workspace.queries, input))
const errorOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

it('begins with three factors on the seed, which stay those three after an undo of every change', () => {
  const seed = list()
  expect(seed).toMatchObject({ isSeedPrior: true })
  expect(seed.factors.map(({ kind, priorWeight }) => [kind, priorWeight])).toEqual([
    ['value', 0.46],
    ['price', 0.36],
    ['relationship', 0.18],
  ])
  factorHandlers['factor.revise'](workspace.context, {
    id: PRICE,
    changes: { name: 'Cost', priorPoints: 50 },
  })
  expect(list().isSeedPrior).toBe(false)
  const { id } = factorHandlers['factor.define'](workspace.context, { name: 'Safety', priorPoints: 14 })
  factorHandlers['factor.reorder'](workspace.context, { ids: [id, PRICE, VALUE, RELATIONSHIP] })
  factorHandlers['factor.remove'](workspace.context, { id: RELATIONSHIP })
  expect(list().factors.map(({ name, kind }) => name ?? kind)).toEqual(['Safety', 'Cost', 'value'])
  for (let entry = 0; entry < 4; entry++) workspace.ledger.undo(undefined, false)
  expect(list()).toEqual(seed)
})

it('keeps two factors at least and refuses a name twice', () => {
  factorHandlers['factor.remove'](workspace.context, { id: VALUE })
  expect(errorOf(() => factorHandlers['factor.remove'](workspace.context, { id: PRICE }))).toMatchObject({
    code: 'invalid-input',
  })
  factorHandlers['factor.define'](workspace.context, { name: 'Safety', priorPoints: 10 })
  expect(
    errorOf(() => factorHandlers['factor.define'](workspace.context, { name: 'safety', priorPoints: 1 })),
  ).toMatchObject({ code: 'duplicate-name' })
})

it('refuses a name that differs from another in inner spaces alone', () => {
  const define = (name: string) =>
    factorHandlers['factor.define'](workspace.context, { name, priorPoints: 1 })
  define('Supply  safety')
  define('交付 安全')
  for (const name of ['supply safety', 'Supply\u3000safety', '交付安全']) {
    expect(errorOf(() => define(name))).toMatchObject({ code: 'duplicate-name' })
  }
})

it('asks about a factor defined after the judgements instead of leading with it, and keeps the agreement', () => {
  for (const name of ['Wang', 'Li', 'Zhao']) judge(name, split(70, 5, 25))
  const { id } = factorHandlers['factor.define'](workspace.context, { name: 'Safety', priorPoints: 100 })
  const { factors, advice, agreement } = account()
  expect(factors.find(({ factorId }) => factorId === id)).toMatchObject({ judges: 0, judgedWeight: null })
  expect(agreement).toEqual({ w: 1, judges: 3 })
  expect(advice[0]).toEqual({ advice: 'ask-about', factorId: id })
  expect(advice).not.toContainEqual({ advice: 'lead-with', factorId: id })
  expect(portfolio().rows[0]?.topFactorId).toBe(VALUE)
})

it('does not lead with what the seed alone puts first when one judge finds all factors alike', () => {
  judge('Wang', split(34, 33, 33))
  expect(account().advice).toEqual([
    { advice: 'no-clear-factor', factorId: null },
    { advice: 'single-judge', factorId: null },
  ])
})

it('does not count a judge without influence', () => {
  judge('Wang', split(70, 10, 20), { influence: 2 })
  judge('Li', split(10, 70, 20), { influence: 0 })
  expect(account().agreement).toEqual({ w: null, judges: 1 })
  const value = account().factors.find(({ factorId }) => factorId === VALUE)
  expect(value).toMatchObject({ judges: 1, judgedWeight: 0.7 })
  expect(value?.weight).toBeCloseTo((0.7 + 3 * 0.46) / 4)
})

it('puts judges together by scenario with the spread of their opinions, and undo takes one back', () => {
  judge('Wang', split(80, 10, 10), { influence: 3 })
  judge('Li', split(40, 20, 40))
  judge('Zhao', split(10, 80, 10), { scenario: 'new-task' })
  const before = account()
  expect(before.judgements.map(({ judgeName }) => judgeName).sort()).toEqual(['Li', 'Wang'])
  expect(before.factors[0]).toMatchObject({ factorId: VALUE, rank: 1, low: 0.4, high: 0.8, judges: 2 })
  expect(before.factors[0]?.judgedWeight).toBeCloseTo(0.7)
  expect(before.factors[0]?.weight).toBeCloseTo((2 * 0.7 + 3 * 0.46) / 5)
  expect(before.factors.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  workspace.ledger.undo(undefined, false)
  expect(account('A1', 'new-task')).toMatchObject({ judgements: [], advice: [{ advice: 'not-judged' }] })
  expect(account()).toEqual(before)
})

it('advises against leading with price where three judges put it last, also in the portfolio', () => {
  for (const name of ['Wang', 'Li', 'Zhao']) judge(name, split(70, 5, 25))
  expect(account().advice[0]).toEqual({ advice: 'not-on-price', factorId: PRICE })
  expect(account().agreement).toEqual({ w: 1, judges: 3 })
  expect(portfolio().rows).toMatchObject([
    {
      accountId: workspace.idOf('A1'),
      topFactorId: VALUE,
      judges: 3,
      advice: [{ advice: 'not-on-price' }, {}],
    },
  ])
  expect(portfolio().unjudgedCount).toBe(2)
  expect(portfolio({ scenario: 'new-task' }).rows).toEqual([])
})

it('says first that opinions differ when judges contradict each other', () => {
  judge('Wang', split(70, 20, 10))
  judge('Li', split(10, 70, 20))
  judge('Zhao', split(20, 10, 70))
  expect(account().advice.map(({ advice }) => advice)).toEqual(['opinions-differ'])
})

it('refuses comparisons that contradict each other unless a reason is given', () => {
  const circle: JudgementAnswers = {
    method: 'pairs',
    pairs: [
      { first: VALUE, second: PRICE, ratio: 7 },
      { first: PRICE, second: RELATIONSHIP, ratio: 7 },
      { first: RELATIONSHIP, second: VALUE, ratio: 7 },
    ],
  }
  expect(errorOf(() => judge('Wang', circle))).toMatchObject({ code: 'model-inconsistent' })
  judge('Wang', circle, { reason: 'Asked twice, answered alike.' })
  expect(account().judgements[0]).toMatchObject({
    isConsistent: false,
    reason: 'Asked twice, answered alike.',
  })
})

it('refuses points that do not add up, and a person without a post at the account', () => {
  expect(errorOf(() => judge('Wang', split(70, 20, 20)))).toMatchObject({ code: 'invalid-input' })
  const { id: personId } = personHandlers['person.create'](
    workspace.context,
    person.create.input.parse({
      fields: { name: 'Sun' },
      employment: { companyId: workspace.idOf('A2') },
    }),
  )
  const asPerson = { judge: { kind: 'person' as const, personId } }
  expect(errorOf(() => judge('', split(50, 30, 20), asPerson))).toMatchObject({ code: 'not-found' })
  judge('', split(50, 30, 20), { ...asPerson, accountId: workspace.idOf('A2') })
  expect(account('A2').judgements[0]).toMatchObject({ judgeName: 'Sun', personId })
})

it('a judge under another name is revised, removed, and comes back with one undo each', () => {
  const id = judge('Wang', split(70, 20, 10))
  factorHandlers['factor.reviseJudgement'](workspace.context, {
    id,
    judge: { kind: 'name', name: 'Wang Min' },
    influence: 2,
    judgedOn: '2026-09-02',
    answers: split(20, 70, 10),
    reason: null,
  })
  expect(account().judgements).toMatchObject([
    { judgeName: 'Wang Min', influence: 2, weights: [0.2, 0.7, 0.1] },
  ])
  factorHandlers['factor.removeJudgement'](workspace.context, { id })
  expect(account().judgements).toEqual([])
  workspace.ledger.undo(undefined, false)
  workspace.ledger.undo(undefined, false)
  expect(account().judgements).toMatchObject([{ judgeName: 'Wang', weights: [0.7, 0.2, 0.1] }])
})

it('holds what was said against what decided, from three closed opportunities of the scenario on', () => {
  judge('Wang', split(70, 10, 20))
  const close = (scenario: 'straight-rebuy' | 'new-task' | null, closedOn: string) => {
    const { id } = opportunityHandlers['opportunity.record'](
      workspace.context,
      opportunity.record.input.parse({ accountId: workspace.idOf('A1'), fields: { name: 'Deal', scenario } }),
    )
    opportunityHandlers['opportunity.close'](workspace.context, {
      id,
      result: 'lost',
      closedOn,
      reasons: ['price', 'relationship'],
    })
  }
  close('straight-rebuy', '2026-09-01')
  close(null, '2026-09-02')
  close('new-task', '2026-09-02')
  close('straight-rebuy', '2026-10-15')
  expect(account().derived).toEqual({ closings: 2, needed: 3, rankCorrelation: null })
  close('straight-rebuy', '2026-09-03')
  expect(account().derived.closings).toBe(3)
  expect(account().derived.rankCorrelation).toBeCloseTo(-1)
  expect(account().advice.map(({ advice }) => advice)).toContain('stated-not-derived')
})

it('leaves a removed factor out of what judges said, and has it again when it comes back', () => {
  judge('Wang', split(60, 20, 20))
  factorHandlers['factor.remove'](workspace.context, { id: RELATIONSHIP })
  expect(account().judgements[0]?.weights).toEqual([0.75, 0.25])
  workspace.ledger.undo(undefined, false)
  expect(account().judgements[0]?.weights).toEqual([0.6, 0.2, 0.2])
})
