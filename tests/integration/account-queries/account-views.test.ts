import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountDetail, type CompanyFields } from '#shared/contract/account.ts'
import { monthOf } from '#shared/domain/calendar.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { accountId, createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => workspace.clear())

const get = (number: string) => accountHandlers['account.get'](workspace.queries, { id: accountId(number) })
const history = (number: string) =>
  accountHandlers['account.history'](workspace.queries, { id: accountId(number) })
const judgement = { level: 4, evidence: 'Sets the standard.', author: 'Lin', expiresOn: null }

const COMPANY: Omit<CompanyFields, 'number' | 'name'> = {
  legalName: 'Hengyue Heavy Industries Group Co., Ltd.',
  taxId: '91370100',
  country: 'China',
  city: '济南',
  address: '1 Gongye Road',
  phone: '0531 8000',
  website: 'example.com',
  industry: '装备制造',
  accountManager: '林知远',
  customerSince: '2014-03-01',
  headcount: 9400,
  revenue: { amount: 128_000_000_000_000, currency: 'CNY', year: 2025 },
  strategy: 'Double capacity abroad.',
  productLines: 'Presses',
  growthBottleneck: 'Service staff',
  creditStanding: 'AA',
  operatingState: 'growing',
  notes: 'Met in March.',
}

function addPerson(company: string, fields: Record<string, string | null>): void {
  const person = randomUUID()
  const post = randomUUID()
  workspace.ledger.change({ key: 'person.create', values: {} }, ['person'], (writer) => {
    writer.setAll('party', person, { kind: 'person', name: '赵立群' })
    writer.setAll('employment', post, {
      core: { personId: person, companyId: accountId(company) },
      period: { startedOn: null, endedOn: null, ...fields },
    })
  })
}

describe('one account', () => {
  it('is not found where no living company has the id', () => {
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 }])
    workspace.remove('K1')
    for (const id of [randomUUID(), accountId('K1')]) {
      const notFound = expect.objectContaining({ code: 'not-found' })
      expect(() => accountHandlers['account.get'](workspace.queries, { id })).toThrow(notFound)
      expect(() => accountHandlers['account.history'](workspace.queries, { id })).toThrow(notFound)
      expect(() => accountHandlers['account.explain'](workspace.queries, { id })).toThrow(notFound)
      expect(() =>
        accountHandlers['account.listLines'](workspace.queries, { id, kind: 'all', offset: 0, limit: 1 }),
      ).toThrow(notFound)
    }
  })

  it('carries what the contract has, also for a company that is no account', () => {
    workspace.addAccount('S1', ['supplier'])
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 }])
    for (const number of ['S1', 'K1']) expect(accountDetail.parse(get(number))).toEqual(get(number))
    expect(get('S1').row).toMatchObject({ number: 'S1', valueClass: null, netSales: 0 })
  })

  it('is complete when every question is answered, and asks the most valuable one first', () => {
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 }])
    const empty = get('K1')
    expect(empty.completenessPercent).toBe(0)
    expect(empty.missing.slice(0, 2).map(({ field }) => field)).toEqual(['influence', 'people'])
    const weights = empty.missing.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9)

    workspace.revise('K1', { ...COMPANY, headcount: 0, influence: judgement })
    addPerson('K1', {})
    expect(get('K1')).toMatchObject({
      completenessPercent: 100,
      missing: [],
      peopleCount: 1,
      company: { ...COMPANY, headcount: 0 },
      judgements: { influence: judgement },
    })
  })

  it('asks again for a judgement that has expired, and for people when all have left', () => {
    workspace.trade([{ account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100 }])
    workspace.revise('K1', { influence: { ...judgement, expiresOn: '2025-01-09' } })
    addPerson('K1', { endedOn: '2024-12-31' })
    expect(
      get('K1')
        .missing.slice(0, 2)
        .map(({ field }) => field),
    ).toEqual(['influence', 'people'])
  })

  it('asks of a prospect what it promises instead of its influence', () => {
    workspace.addAccount('P1', ['prospect'])
    const fields = get('P1').missing.map(({ field }) => field)
    expect(fields.slice(0, 2)).toEqual(['industryInfluence', 'dealPotential'])
    expect(fields).not.toContain('influence')
  })

  it('tells first and last order and the rhythm up to the as-of date', () => {
    workspace.trade(
      ['2023-01-10', '2025-01-20', '2025-02-03', '2025-02-17', '2025-08-01'].map((orderedOn, i) => ({
        account: 'K1',
        order: `SO-${i}`,
        orderedOn,
        amount: 100,
      })),
    )
    workspace.setAsOf('2025-03-01')
    expect(get('K1')).toMatchObject({
      firstOrderedOn: '2023-01-10',
      lastOrderedOn: '2025-02-17',
      orderRhythmDays: 14,
      row: { recencyDays: 12 },
    })
  })
})

describe('the history of an account', () => {
  const YEARS = [
    { account: 'K1', order: 'A', orderedOn: '2023-06-15', amount: 1000, category: 'Gears' },
    { account: 'K1', order: 'B', orderedOn: '2024-03-15', amount: 400, cost: 300, category: 'Gears' },
    { account: 'K1', order: 'C', orderedOn: '2024-06-20', amount: 500, cost: 400, category: 'Gears' },
    { account: 'K1', order: 'C', orderedOn: '2024-09-01', amount: -100, category: 'Gears' },
    { account: 'K1', order: 'D', orderedOn: '2025-06-10', amount: 50, category: 'Rails' },
    { account: 'K1', order: 'E', orderedOn: '2025-06-20', amount: 7000, category: 'Rails' },
    { account: 'K1', order: 'F', orderedOn: '2025-06-10', amount: 30 },
  ]

  it('lists every month from the first to that of the as-of date, empty ones too', () => {
    workspace.trade(YEARS)
    workspace.setAsOf('2025-06-15')
    const { months, asOf, windowMonths } = history('K1')
    expect({ asOf, windowMonths }).toEqual({ asOf: '2025-06-15', windowMonths: 12 })
    expect(months.map(({ month }) => month)).toEqual(
      Array.from({ length: 25 }, (_, at) => monthOf('2023-06-01') + at),
    )
    expect(months[12]).toMatchObject({ gross: 5_000_000, net: 5_000_000, marginPercent: 20, orderCount: 1 })
    expect(months[15]).toMatchObject({ gross: 0, returns: 1_000_000, net: -1_000_000, marginPercent: null })
    expect(months[16]).toMatchObject({ gross: 0, returns: 0, net: 0, marginPercent: null, orderCount: 0 })
    expect(months[24]).toMatchObject({ gross: 800_000, net: 800_000, orderCount: 2 })
  })

  it('sets each category of the window beside the window before', () => {
    workspace.trade(YEARS)
    workspace.setAsOf('2025-06-15')
    const { categories } = history('K1')
    expect(
      categories.map(({ category, net, priorNet, growthPercent }) => [
        category,
        net,
        priorNet,
        growthPercent,
      ]),
    ).toEqual([
      ['Gears', 4_000_000, 4_000_000, 0],
      ['Rails', 500_000, 0, null],
      [null, 300_000, 0, null],
    ])
    expect(categories[0]?.marginPercent).toBeCloseTo(20, 9)
    expect(categories[0]?.categoryId).toBe(stableId('category', 'Gears'))
    for (const { monthlyNet } of categories) expect(monthlyNet).toHaveLength(12)
    expect(categories[1]?.monthlyNet.at(-1)).toBe(500_000)
  })

  it('leaves growth open while the orders do not reach back two windows', () => {
    workspace.trade(YEARS.slice(1))
    expect(history('K1').categories.every(({ growthPercent }) => growthPercent === null)).toBe(true)
  })

  it('is empty before any order', () => {
    workspace.addAccount('P1', ['prospect'])
    expect(history('P1')).toEqual({ asOf: null, windowMonths: 12, months: [], categories: [] })
    workspace.trade(YEARS)
    expect(history('P1')).toMatchObject({ months: [], categories: [] })
  })
})

describe('the lines behind a figure', () => {
  it('add up to the figure they were opened from', () => {
    workspace.trade([
      { account: 'K1', order: 'A', orderedOn: '2025-01-10', amount: 100, category: 'Gears' },
      { account: 'K1', order: 'B', orderedOn: '2025-02-10', amount: 60, category: 'Rails' },
      { account: 'K1', order: 'B', orderedOn: '2025-03-10', amount: -20, category: 'Rails' },
      { account: 'K1', order: 'C', orderedOn: '2025-03-11', amount: 5 },
      { account: 'K2', order: 'D', orderedOn: '2025-03-12', amount: 1000 },
    ])
    const lines = (request: object) =>
      accountHandlers['account.listLines'](workspace.queries, {
        id: accountId('K1'),
        kind: 'all',
        offset: 0,
        limit: 100,
        ...request,
      })
    const { row } = get('K1')
    expect(lines({})).toMatchObject({ total: 4, sum: row.netSales })
    expect(lines({}).rows.map(({ orderedOn }) => orderedOn)).toEqual([
      '2025-03-11',
      '2025-03-10',
      '2025-02-10',
      '2025-01-10',
    ])
    expect(lines({ kind: 'sales' }).sum).toBe(row.grossSales)
    expect(-lines({ kind: 'returns' }).sum).toBe(row.returns)
    expect(lines({ categoryId: stableId('category', 'Rails') })).toMatchObject({ total: 2, sum: 400_000 })
    expect(lines({ categoryId: null })).toMatchObject({ total: 1, sum: 50_000 })
    expect(lines({ from: '2025-02-10', to: '2025-03-10' })).toMatchObject({ total: 2, sum: 400_000 })
    expect(lines({ offset: 1, limit: 1 })).toMatchObject({
      total: 4,
      rows: [{ isReturn: true, sourceFile: 'orders.csv' }],
    })
    expect(() => lines({ categoryId: randomUUID() })).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
