import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ACCOUNT_SORT_FIELDS,
  type AccountFilter,
  type AccountRow,
  type AccountSort,
  type AccountSortField,
  accountRow,
} from '#shared/contract/account.ts'
import { addDays } from '#shared/domain/calendar.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import { ABC_CLASSES, PYRAMID_LEVELS, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { seededRandom } from '../../../src/main/scoring/seeded-random.ts'
import {
  createTradingWorkspace,
  type TradeLine,
  type TradingWorkspace,
} from '../standing/trading-workspace.ts'

const ACCOUNTS = 140
const NAMES = [
  '恒岳重工集团',
  '曜能新能源装备',
  'Nordhaven Robotics GmbH',
  '海川轨道交通装备',
  '瑞擎机器人',
  'Kestrel Automation Ltd.',
]
const CITIES = ['济南', '北京', '上海', 'Berlin', 'aachen', null]
const COUNTRIES = ['China', 'Germany', 'austria', null]
const MANAGERS = ['林知远', '周敏', 'Anna Holm', null]

let workspace: TradingWorkspace
let all: AccountRow[]

beforeAll(() => {
  workspace = createTradingWorkspace()
  const random = seededRandom(7)
  const pick = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)]
  const lines: TradeLine[] = []
  for (let i = 0; i < ACCOUNTS; i += 1) {
    const number = `C-${String(i).padStart(5, '0')}`
    const optional = { city: pick(CITIES), country: pick(COUNTRIES), accountManager: pick(MANAGERS) }
    workspace.addAccount(number, [i % 10 === 0 ? 'prospect' : 'customer'], {
      name: `${pick(NAMES)} ${i % 17}`,
      ...Object.fromEntries(
        Object.entries(optional).filter((entry): entry is [string, string] => entry[1] != null),
      ),
    })
    if (i % 10 === 0) continue
    const orders = Math.floor(random() * 7)
    for (let order = 0; order < orders; order += 1) {
      const amount = Math.round(random() ** 4 * 50_000)
      lines.push({
        account: number,
        order: `SO-${i}-${order}`,
        orderedOn: addDays('2024-10-01', Math.floor(random() * 720)),
        amount: random() < 0.1 ? -amount : amount,
        ...(random() < 0.5 ? { cost: Math.round(amount * random()) } : {}),
      })
    }
  }
  workspace.trade(lines)
  all = list({}, [], 0, 1000).rows
})
afterAll(() => workspace.close())

function list(filter: AccountFilter, sort: AccountSort[], offset: number, limit: number) {
  return accountHandlers['account.list'](workspace.queries, { filter, sort, offset, limit })
}
const ids = (rows: readonly AccountRow[]) => rows.map((row) => row.id)

const values = <Value extends string>(from: readonly Value[]) => fc.subarray([...from], { minLength: 1 })
const single: fc.Arbitrary<AccountFilter> = fc.oneof(
  fc.record({ text: fc.constantFrom('恒岳', '恒岳重工', 'heng', 'hy', 'C-0001', 'robot', '12', 'x') }),
  fc.record({ valueClasses: values(VALUE_CLASSES) }),
  fc.record({ abc: values(ABC_CLASSES) }),
  fc.record({ pyramid: values(PYRAMID_LEVELS) }),
  fc.record({ rfmSegments: values(RFM_SEGMENTS) }),
  fc.record({ movement: fc.constantFrom('up' as const, 'down' as const) }),
  fc.record({ accountManagers: values(['林知远', '周敏', 'Anna Holm', 'nobody']) }),
  fc.record({ countries: values(['China', 'Germany', 'austria']) }),
  fc.record({ minimumNetSales: fc.integer({ min: -10_000_000, max: 100_000_000 }) }),
  fc.record({ maximumNetSales: fc.integer({ min: 0, max: 500_000_000 }) }),
  fc.record({ trading: fc.boolean() }),
)
/** Few conditions at a time, so that most filters keep some accounts. */
const filters: fc.Arbitrary<AccountFilter> = fc
  .array(single, { maxLength: 3 })
  .map((parts): AccountFilter => Object.assign({}, ...parts))
const sorts: fc.Arbitrary<AccountSort[]> = fc.array(
  fc.record({ field: fc.constantFrom(...ACCOUNT_SORT_FIELDS), descending: fc.boolean() }),
  { maxLength: 3 },
)

/** The filter as it reads, without SQLite. */
function matches(row: AccountRow, filter: AccountFilter): boolean {
  const among = (values: readonly string[] | undefined, value: string | null) =>
    !values || values.length === 0 || (value !== null && values.includes(value))
  const ranks: readonly (string | null)[] = VALUE_CLASSES
  const rank = (value: string | null) => ranks.indexOf(value)
  const [now, before] = [rank(row.valueClass), rank(row.previousValueClass)]
  const direction = now < 0 || before < 0 || now === before ? null : now < before ? 'up' : 'down'
  return (
    among(filter.valueClasses, row.valueClass) &&
    among(filter.abc, row.abc) &&
    among(filter.pyramid, row.pyramid) &&
    among(filter.rfmSegments, row.rfmSegment) &&
    among(filter.accountManagers, row.accountManager) &&
    among(filter.countries, row.country) &&
    (filter.movement === undefined || filter.movement === direction) &&
    row.netSales >= (filter.minimumNetSales ?? Number.NEGATIVE_INFINITY) &&
    row.netSales <= (filter.maximumNetSales ?? Number.POSITIVE_INFINITY) &&
    (filter.trading === undefined || filter.trading === row.orderCount > 0)
  )
}

describe('a page of the grid', () => {
  it('is that part of the whole list, however pages are asked for', () => {
    fc.assert(
      fc.property(filters, sorts, fc.integer({ min: 1, max: 60 }), (filter, sort, limit) => {
        const whole = list(filter, sort, 0, 1000).rows
        const paged: AccountRow[] = []
        for (let offset = 0; offset <= whole.length; offset += limit) {
          paged.push(...list(filter, sort, offset, limit).rows)
        }
        expect(paged).toEqual(whole)
        expect(new Set(ids(whole)).size).toBe(whole.length)
        expect(accountHandlers['account.listIds'](workspace.queries, { filter, sort })).toEqual(ids(whole))
      }),
      { numRuns: 60 },
    )
  })

  it('after a change shows what changed, on the first page and on the next ones', () => {
    const sort: AccountSort[] = [{ field: 'industry', descending: false }]
    list({}, sort, 0, 50)
    list({}, sort, 50, 50)
    const number = list({}, sort, 60, 1).rows[0]?.number ?? ''
    workspace.revise(number, { industry: 'Aerospace' })
    expect(list({}, sort, 0, 50).rows[0]).toMatchObject({ number, industry: 'Aerospace' })
    workspace.revise(number, { industry: null })
    expect(list({}, sort, 0, 50).rows.every((row) => row.industry === null)).toBe(true)
    expect(list({}, sort, 50, 50).rows.every((row) => row.industry === null)).toBe(true)
  })

  it('carries rows as the contract has them', () => {
    expect(all).toHaveLength(ACCOUNTS)
    for (const row of all) expect(accountRow.parse(row)).toEqual(row)
  })

  it('past the end is empty and still has its totals', () => {
    expect(list({}, [], 5000, 10)).toMatchObject({ rows: [], total: ACCOUNTS, all: ACCOUNTS })
  })
})

describe('a filter', () => {
  it('keeps exactly what it says, with the number and the sum of net sales', () => {
    fc.assert(
      fc.property(filters, ({ text: _text, ...filter }) => {
        const expected = all.filter((row) => matches(row, filter))
        const page = list(filter, [], 0, 1000)
        expect(ids(page.rows).sort()).toEqual(ids(expected).sort())
        expect(page.total).toBe(expected.length)
        expect(page.netSales).toBe(expected.reduce((sum, row) => sum + row.netSales, 0))
        expect(page.all).toBe(ACCOUNTS)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['a part of a name, from three characters on', '岳重工', '恒岳重工集团'],
    ['a part of a name of two characters', '重工', '恒岳重工集团'],
    ['one character', '擎', '瑞擎机器人'],
    ['pinyin initials', 'ynxny', '曜能新能源装备'],
    ['the beginning of full pinyin', 'haichuan', '海川轨道交通装备'],
    ['pinyin typed in syllables', 'hai chuan', '海川轨道交通装备'],
    ['two letters of pinyin', 'ha', '海川轨道交通装备'],
    ['letters of any case', 'NORDHAVEN', 'Nordhaven Robotics GmbH'],
  ])('finds %s', (_what, text, name) => {
    const { rows, total } = list({ text }, [], 0, 1000)
    const expected = all.filter((row) => row.name.startsWith(name))
    expect(expected.length).toBeGreaterThan(0)
    expect(ids(rows.filter((row) => row.name.startsWith(name))).sort()).toEqual(ids(expected).sort())
    expect(total).toBe(rows.length)
  })

  it('finds a customer number', () => {
    expect(list({ text: 'C-00017' }, [], 0, 10).rows.map((row) => row.number)).toEqual(['C-00017'])
  })

  it.each([
    '%',
    '_',
    '"',
    '""',
    "'",
    'a"b"c',
    '"*"',
    'x\u0000y',
    '\u0000',
    'NEAR(a b)',
    'a OR b',
    '\\',
    '\uD800xx',
    '   ',
  ])('takes %j as text, not as a pattern', (text) => {
    const { total } = list({ text }, [], 0, 10)
    expect(total).toBe(text.replaceAll('\u0000', '').trim() === '' ? ACCOUNTS : 0)
  })

  it('with an empty list of values keeps everything', () => {
    expect(list({ valueClasses: [], countries: [] }, [], 0, 1).total).toBe(ACCOUNTS)
  })
})

describe('a sort', () => {
  const shownValue: Record<AccountSortField, (row: AccountRow) => unknown> = {
    name: (row) => row.name,
    number: (row) => row.number,
    country: (row) => row.country,
    city: (row) => row.city,
    industry: (row) => row.industry,
    accountManager: (row) => row.accountManager,
    valueClass: (row) => row.valueClass,
    scorePercent: (row) => row.scorePercent,
    abc: (row) => row.abc,
    pyramid: (row) => row.pyramid,
    rfmSegment: (row) => row.rfmSegment,
    recencyDays: (row) => row.recencyDays,
    orderCount: (row) => row.orderCount,
    grossSales: (row) => row.grossSales,
    returns: (row) => row.returns,
    netSales: (row) => row.netSales,
    growthPercent: (row) => row.growthPercent,
    marginPercent: (row) => row.marginPercent,
  }

  it.each(ACCOUNT_SORT_FIELDS)('by %s puts unknown values last in both directions', (field) => {
    for (const descending of [false, true]) {
      const values = list({}, [{ field, descending }], 0, 1000).rows.map(shownValue[field])
      const firstUnknown = values.indexOf(null)
      if (firstUnknown >= 0) expect(values.slice(firstUnknown).every((value) => value === null)).toBe(true)
    }
  })

  it.each([
    'scorePercent',
    'recencyDays',
    'orderCount',
    'grossSales',
    'returns',
    'netSales',
    'growthPercent',
    'marginPercent',
  ] as const)('by %s goes by size, equal ones by net sales', (field) => {
    for (const descending of [false, true]) {
      const { rows } = list({}, [{ field, descending }], 0, 1000)
      const known = rows.filter((row) => row[field] !== null)
      const expected = [...known].sort(
        (a, b) => (descending ? -1 : 1) * ((a[field] ?? 0) - (b[field] ?? 0)) || b.netSales - a.netSales,
      )
      expect(known.map((row) => [row[field], row.netSales])).toEqual(
        expected.map((row) => [row[field], row.netSales]),
      )
    }
  })

  it('by class goes from best to worst, by segment from champions to lost', () => {
    const ranksOf = (field: AccountSortField, order: readonly string[]) =>
      list({}, [{ field, descending: false }], 0, 1000)
        .rows.map((row) => order.indexOf(String(shownValue[field](row))))
        .filter((rank) => rank >= 0)
    const ascending = (ranks: number[]) => expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    ascending(ranksOf('valueClass', [...VALUE_CLASSES, 'key-opportunity', 'general-opportunity']))
    ascending(ranksOf('rfmSegment', RFM_SEGMENTS))
    ascending(ranksOf('pyramid', PYRAMID_LEVELS))
  })

  it('by name and by city follows pinyin for Chinese and letters for the rest', () => {
    const firstOf = (values: (string | null)[]) => [...new Set(values)]
    const names = list({}, [{ field: 'name', descending: false }], 0, 1000).rows.map(
      (row) => row.name.split(' ')[0] ?? '',
    )
    expect(firstOf(names)).toEqual([
      '海川轨道交通装备',
      '恒岳重工集团',
      'Kestrel',
      'Nordhaven',
      '瑞擎机器人',
      '曜能新能源装备',
    ])
    const cities = list({}, [{ field: 'city', descending: false }], 0, 1000).rows.map((row) => row.city)
    expect(firstOf(cities)).toEqual(['北京', '济南', '上海', 'aachen', 'Berlin', null])
    const countries = list({}, [{ field: 'country', descending: true }], 0, 1000).rows.map(
      (row) => row.country,
    )
    expect(firstOf(countries)).toEqual(['Germany', 'China', 'austria', null])
  })

  it('by two fields uses the second among equals of the first', () => {
    const { rows } = list(
      {},
      [
        { field: 'accountManager', descending: true },
        { field: 'number', descending: false },
      ],
      0,
      1000,
    )
    const groups = Map.groupBy(rows, (row) => row.accountManager)
    expect([...groups.keys()].at(-1)).toBeNull()
    for (const group of groups.values()) {
      const numbers = group.map((row) => row.number)
      expect(numbers).toEqual([...numbers].sort())
    }
  })
})

it('filter menus offer the values that occur, in the order of the alphabet', () => {
  expect(accountHandlers['account.listFilterValues'](workspace.queries)).toEqual({
    accountManagers: ['林知远', '周敏', 'Anna Holm'],
    countries: ['austria', 'China', 'Germany'],
    industries: [],
  })
})
