import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountFilter, AccountSort } from '#shared/contract/account.ts'
import type { FieldFilter } from '#shared/contract/field-filter.ts'
import { type CustomValue, type FieldKind, fieldKeyOf } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

/** Values by account; an account that is left out has none. */
const VALUES = {
  note: { A: '续签', B: 'apple', C: '100% sure', D: 'Banana' },
  lines: { A: 10, B: 9, C: -2.5, E: 0 },
  budget: {
    A: { amount: 1_000_000, currency: 'CNY' },
    B: { amount: 200_000, currency: 'EUR' },
    C: { amount: 9_000_000, currency: 'JPY' },
    D: { amount: -5, currency: 'CNY' },
  },
  ends: { A: '2026-12-31', B: '2026-02-01', D: '2027-01-01' },
  priority: { A: 'low', B: 'high', E: 'middle' },
} as const satisfies Record<string, Partial<Record<string, CustomValue>>>
type FieldName = keyof typeof VALUES

const KINDS: Record<FieldName, FieldKind> = {
  note: 'text',
  lines: 'number',
  budget: 'money',
  ends: 'date',
  priority: 'choice',
}
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F']

let test: TestApplication
const fields = new Map<string, Id>()
const accounts = new Map<string, Id>()

beforeAll(async () => {
  test = await startApplication()
  await test.createWorkspace()
  await test.ask('settings.revise', { baseCurrency: 'CNY' })
  await test.ask('currency.setRate', { currency: 'EUR', budgetRate: 8 })
  for (const name of NAMES) accounts.set(name, (await test.ask('account.create', { name })).id)
  for (const [name, values] of Object.entries(VALUES)) {
    const kind = KINDS[name as FieldName]
    const options = kind === 'choice' ? ['high', 'middle', 'low'] : []
    const { id } = await test.ask('field.define', { owner: 'account', name, kind, options })
    fields.set(name, id)
    for (const [account, value] of Object.entries(values)) {
      await test.ask('field.setValue', { partyId: idOf(accounts, account), fieldId: id, value })
    }
  }
})
afterAll(() => test.close())

const idOf = (ids: ReadonlyMap<string, Id>, name: string): Id => ids.get(name) ?? ''

async function namesOf(filter: AccountFilter, sort: AccountSort[] = []): Promise<string> {
  const { rows, total } = await test.ask('account.list', { filter, sort, offset: 0, limit: 100 })
  expect(total).toBe(rows.length)
  expect(await test.ask('account.listIds', { filter, sort })).toEqual(rows.map(({ id }) => id))
  return rows.map(({ name }) => name).join('')
}
const sorted = (name: FieldName, descending: boolean) =>
  namesOf({}, [{ field: fieldKeyOf(idOf(fields, name)), descending }])

type Asked = FieldFilter extends infer Each
  ? Each extends FieldFilter
    ? Omit<Each, 'fieldId'>
    : never
  : never
const filtered = async (name: FieldName, condition: Asked) => {
  const filter = { ...condition, fieldId: idOf(fields, name) } as FieldFilter
  return [...(await namesOf({ fields: [filter] }))].sort().join('')
}

describe('accounts in the order of a custom field', () => {
  it.each([
    ['lines', 'CEBA', 'numbers by size, not as texts, where 10 would come before 9'],
    ['ends', 'BAD', 'days by the calendar'],
    ['priority', 'BEA', 'choices in the order of their options, not of the alphabet'],
    ['budget', 'DAB', 'money in the workspace’s currency; what has no rate counts as unknown'],
    ['note', 'CABD', 'texts by the alphabet: figures, pinyin, letters of either case'],
  ] as const)('%s: %s — %s', async (name, order, _what) => {
    const known = order.length
    for (const descending of [false, true]) {
      const got = await sorted(name, descending)
      expect(got.slice(0, known)).toBe(descending ? [...order].reverse().join('') : order)
      expect([...got.slice(known)].sort().join('')).toBe(NAMES.filter((one) => !order.includes(one)).join(''))
    }
  })

  it('keeps its second field among those without a value of the first', async () => {
    const order = await namesOf({}, [
      { field: fieldKeyOf(idOf(fields, 'ends')), descending: false },
      { field: fieldKeyOf(idOf(fields, 'lines')), descending: true },
    ])
    expect(order).toBe('BADECF')
  })
})

describe('accounts filtered by a custom field', () => {
  it('text: a part of it, signs of patterns as they are', async () => {
    expect(await filtered('note', { kind: 'text', contains: 'AN' })).toBe('D')
    expect(await filtered('note', { kind: 'text', contains: '续' })).toBe('A')
    expect(await filtered('note', { kind: 'text', contains: '%' })).toBe('C')
  })

  it('number: bounds included, zero is a value', async () => {
    expect(await filtered('lines', { kind: 'number', from: 0, to: 9 })).toBe('BE')
    expect(await filtered('lines', { kind: 'number', to: 0 })).toBe('CE')
  })

  it('money: compared in the workspace’s currency, what has no rate is in no range and yet a value', async () => {
    expect(await filtered('budget', { kind: 'money', from: 1_600_000, to: 1_600_000 })).toBe('B')
    expect(await filtered('budget', { kind: 'money', from: -5 })).toBe('ABD')
    expect(await filtered('budget', { kind: 'money', orMissing: true })).toBe('EF')
  })

  it('money: compared as the amount that is shown, without the residue of the rate', async () => {
    expect(200_000 * 1.1).toBeGreaterThan(220_000)
    await test.ask('currency.setRate', { currency: 'EUR', budgetRate: 1.1 })
    expect(await filtered('budget', { kind: 'money', from: 220_000, to: 220_000 })).toBe('B')
    await test.ask('currency.setRate', { currency: 'EUR', budgetRate: 8 })
  })

  it('date: days included', async () => {
    expect(await filtered('ends', { kind: 'date', from: '2026-12-31', to: '2027-01-01' })).toBe('AD')
  })

  it('choice: any of them', async () => {
    expect(await filtered('priority', { kind: 'choice', options: ['high', 'low'] })).toBe('AB')
  })

  it('no value: alone only those, beside a condition those too', async () => {
    expect(await filtered('ends', { kind: 'date', orMissing: true })).toBe('CEF')
    expect(await filtered('ends', { kind: 'date', to: '2026-03-01', orMissing: true })).toBe('BCEF')
  })

  it('an emptied condition, and one of another kind, filter nothing', async () => {
    expect(await filtered('priority', { kind: 'choice', options: [] })).toBe('ABCDEF')
    expect(await filtered('lines', { kind: 'text', contains: '9' })).toBe('ABCDEF')
  })
})

it('rows carry the values asked for and no others', async () => {
  const fieldIds = [idOf(fields, 'lines'), idOf(fields, 'budget')]
  const ask = (ids: Id[]) =>
    test.ask('account.list', { filter: { text: 'A' }, sort: [], fieldIds: ids, offset: 0, limit: 1 })
  expect((await ask(fieldIds)).rows[0]?.fieldValues).toEqual({
    [fieldIds[0] ?? '']: 10,
    [fieldIds[1] ?? '']: { amount: 1_000_000, currency: 'CNY' },
  })
  expect((await ask([])).rows[0]?.fieldValues).toEqual({})
})

it('a saved view still opens after its field was deleted, and has it again once that is undone', async () => {
  const fieldId = idOf(fields, 'lines')
  const view = {
    filter: { fields: [{ fieldId, kind: 'number' as const, from: 0 }] },
    sort: [{ field: fieldKeyOf(fieldId), descending: true }],
  }
  await test.ask('view.create', {
    name: 'Lines',
    ...view,
    columns: ['name', fieldKeyOf(fieldId)],
    isPinned: false,
  })
  expect(await namesOf(view.filter, view.sort)).toBe('ABE')
  await test.ask('field.remove', { id: fieldId })
  expect(await test.ask('view.list', {})).toHaveLength(1)
  expect((await namesOf(view.filter, view.sort)).length).toBe(NAMES.length)
  await test.ask('history.undo', {})
  expect(await namesOf(view.filter, view.sort)).toBe('ABE')
})

it('the order follows a value at once, and its undo', async () => {
  const value = { partyId: idOf(accounts, 'F'), fieldId: idOf(fields, 'lines'), value: 99 }
  await test.ask('field.setValue', value)
  expect(await sorted('lines', true)).toMatch(/^FAB/)
  await test.ask('history.undo', {})
  expect(await sorted('lines', true)).toMatch(/^AB/)
})

it('fields tell how many have a value and the largest amount, removed accounts aside', async () => {
  const count = async (name: FieldName) =>
    (await test.ask('field.list', {})).find((field) => field.name === name)
  expect(await count('budget')).toMatchObject({ valueCount: 4, largestAmount: 9_000_000 })
  expect(await count('lines')).toMatchObject({ valueCount: 4, largestAmount: null })
  await test.ask('account.remove', { ids: [idOf(accounts, 'C')] })
  expect(await count('lines')).toMatchObject({ valueCount: 3 })
  await test.ask('history.undo', {})
})
