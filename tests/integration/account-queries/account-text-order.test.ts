import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountSort } from '#shared/contract/account.ts'
import { type FieldKind, fieldKeyOf } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { listAccountIds, listAccounts } from '../../../src/main/domains/account/account-list.ts'
import { customValueId } from '../../../src/main/domains/field/custom-values.ts'
import { refreshStanding } from '../../../src/main/domains/standing/refresh-standing.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const ACCOUNTS = 20_000
const CITIES = ['济南', '常州', '青岛', 'Berlin']
const NOTE = stableId('field', 'note')
const REGION = stableId('field', 'region')
const PLAIN = stableId('field', 'plain')
const UNREADABLE = stableId('field', 'unreadable')
const note = fieldKeyOf(NOTE)
const region = fieldKeyOf(REGION)

interface Account {
  id: Id
  city: string
  note: string | undefined
  region: string | undefined
  plain: string
}

/** Every note is another one, two accounts share a region, and some have neither. */
const accounts = Array.from(
  { length: ACCOUNTS },
  (_, index): Account => ({
    id: stableId('account', String(index)),
    city: CITIES[index % CITIES.length] ?? '',
    note: index % 10 === 9 ? undefined : `备注 ${(index * 7919) % ACCOUNTS}`,
    region:
      index % 10 === 8 ? undefined : `${index % 3 === 0 ? '华东' : 'Nord'} ${((index * 31) % ACCOUNTS) >> 1}`,
    plain: `row ${(index * 13) % 97}`,
  }),
)

let workspace: TestWorkspace

beforeAll(() => {
  workspace = createTestWorkspace()
  const { database, ledger } = workspace
  database.sqlite.pragma('synchronous = OFF')
  ledger.change({ key: 'import.order-lines', values: {} }, ['account'], (writer) => {
    const define = (id: Id, name: string, kind: FieldKind, position: number) =>
      writer.set('custom_field', id, 'definition', {
        owner: 'account',
        name,
        kind,
        options: [],
        unit: null,
        position,
      })
    define(NOTE, 'Note', 'text', 1)
    define(REGION, 'Region', 'text', 2)
    define(PLAIN, 'Plain', 'text', 3)
    define(UNREADABLE, 'Unreadable', 'choice', 4)
    for (const { id, city, ...values } of accounts) {
      writer.setAll('party', id, { kind: 'company', number: id, name: 'One', city })
      writer.set('party_role', stableId('party-role', id, 'customer'), 'core', {
        partyId: id,
        role: 'customer',
      })
      for (const [fieldId, value] of [
        [NOTE, values.note],
        [REGION, values.region],
        [PLAIN, values.plain],
      ] as const) {
        if (value === undefined) continue
        writer.setAll('custom_value', customValueId(id, fieldId), { core: { partyId: id, fieldId }, value })
      }
    }
  })
  refreshStanding(database, 'all')
})
afterAll(() => workspace.close())

const alphabet = new Intl.Collator('zh-Hans-u-co-pinyin', { sensitivity: 'base' })

type Text = (account: Account) => string | undefined

const byNote = { field: note, text: (account: Account) => account.note }
const byRegion = { field: region, text: (account: Account) => account.region }
const byCity = { field: 'city' as const, text: (account: Account) => account.city }

/** The order as it reads, without SQLite; accounts that are equal in all of it by their place among all. */
function inOrder(keys: readonly { text: Text; descending: boolean }[]): Id[] {
  const compare = (a: Account, b: Account) => {
    for (const { text, descending } of keys) {
      const [left, right] = [text(a), text(b)]
      if (left === right) continue
      if (left === undefined) return 1
      if (right === undefined) return -1
      const order = alphabet.compare(left, right)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
  return [...accounts].sort(compare).map(({ id }) => id)
}

const idsBy = (...sort: AccountSort[]) => listAccountIds(workspace.database, { filter: {}, sort })

describe('20,000 accounts by texts of which nearly every one is another', () => {
  // Looked up one by one in a list, each of these orders takes half a minute: the suite's time limit tells.
  it.each([
    ['two own fields', byNote, byRegion],
    ['two own fields, the other first', byRegion, byNote],
    ['a city and an own field', byCity, byNote],
    ['an own field and a city', byRegion, byCity],
  ] as const)(
    '%s: unknown last in either direction, pages that add up to the whole',
    (_what, first, second) => {
      for (const descending of [false, true]) {
        const sort = [
          { field: first.field, descending },
          { field: second.field, descending: !descending },
        ]
        const page = (offset: number) =>
          listAccounts(workspace.database, { filter: {}, sort, offset, limit: 100 }).rows.map(({ id }) => id)
        const pages = [page(0), page(100), page(17_950)]
        const whole = idsBy(...sort)
        expect(pages).toEqual([whole.slice(0, 100), whole.slice(100, 200), whole.slice(17_950, 18_050)])
        const expected = inOrder([
          { text: first.text, descending },
          { text: second.text, descending: !descending },
        ])
        expect(whole).toEqual(expected)
      }
    },
  )

  it('three texts, of which SQLite can put one in order itself', () => {
    const sort = [
      { field: 'city', descending: true },
      { field: fieldKeyOf(PLAIN), descending: false },
      { field: note, descending: false },
    ] as const
    const expected = inOrder([
      { text: ({ city }) => city, descending: true },
      { text: ({ plain }) => plain, descending: false },
      { text: (account) => account.note, descending: false },
    ])
    expect(idsBy(...sort)).toEqual(expected)
  })
})

it('a choice without an option that can be read orders nothing, and the next field does', () => {
  const unreadable = { field: fieldKeyOf(UNREADABLE), descending: true }
  const thenNote = { field: note, descending: false }
  expect(idsBy(unreadable, thenNote)).toEqual(idsBy(thenNote))
  expect(idsBy(unreadable)).toEqual(idsBy())
})
