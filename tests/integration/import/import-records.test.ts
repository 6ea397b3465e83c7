import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { customValueId } from '../../../src/main/domains/field/custom-values.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createImportWorkspace, type FileRequest, type ImportWorkspace } from './import-workspace.ts'

let workspace: ImportWorkspace
beforeEach(() => {
  workspace = createImportWorkspace('CNY')
  workspace.setRate('EUR', 8)
})
afterEach(() => workspace.close())

const same = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, field]))
const importText = (text: string, request: FileRequest) =>
  workspace.commit(workspace.fileOf('file.csv', text), request)
const rows = (sql: string) => workspace.database.sqlite.prepare(sql).raw().all()
const problemsOf = ({ problems }: ImportReceipt) =>
  problems
    .flatMap(({ examples }) => examples.map(({ row, column, code }) => [row, column, code] as const))
    .sort(([one], [other]) => one - other)

const PARTIES = {
  kind: 'parties',
  mapping: same(
    'customerNumber',
    'customerName',
    'country',
    'city',
    'industry',
    'role',
    'customerSince',
    'headcount',
  ),
} satisfies FileRequest
const PARTY_HEAD = 'customerNumber,customerName,country,city,industry,role,customerSince,headcount\n'

describe('importing companies', () => {
  it('makes those that are not there as prospects, fills those that are, and leaves empty cells alone', async () => {
    const text = `${PARTY_HEAD}C-1,Alpha,DE,Bonn,Steel,客户,2020-01-05,120\nC-2,Beta,,,,,,\n,Gamma,CN,,,供应商,,\n`
    const receipt = await importText(text, PARTIES)
    expect(receipt).toMatchObject({ total: 3, accepted: 3, created: 3, newAccounts: 3 })
    expect(
      rows(`SELECT number, name, city, headcount, group_concat(role) FROM party
        LEFT JOIN party_role ON party_role.party_id = party.id GROUP BY party.key ORDER BY party.key`),
    ).toEqual([
      ['C-1', 'Alpha', 'Bonn', 120, 'customer'],
      ['C-2', 'Beta', null, null, 'prospect'],
      ['C-00001', 'Gamma', null, null, 'supplier'],
    ])
    const changed = await importText(`${PARTY_HEAD}C-1,Alpha,,Köln,,,,\nC-2,Beta,,,,,,\n`, PARTIES)
    expect(changed).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
    expect(rows("SELECT city, country FROM party WHERE number = 'C-1'")).toEqual([['Köln', 'DE']])
  })

  it('names row, column and cause of what it refuses', async () => {
    const text = `${PARTY_HEAD},,DE,,,,,\nC-1,A,,,,Freund,,\nC-2,B,,,,,2020-02-30,\nC-3,C,,,,,,12.5\nC-4,D,,,,,,\nC-4,D,,,,,,\n`
    const receipt = await importText(text, PARTIES)
    expect(receipt).toMatchObject({ total: 6, accepted: 1, rejected: 5 })
    expect(problemsOf(receipt)).toEqual([
      [2, 'customerNumber', 'missing-customer'],
      [3, 'role', 'invalid-choice'],
      [4, 'customerSince', 'invalid-date'],
      [5, 'headcount', 'invalid-number'],
      [7, 'customerNumber', 'repeated-key'],
    ])
  })

  it('fills the firm’s own fields by id or name, and refuses an option that is none', async () => {
    const [trucks, region, budget] = ['Trucks', 'Region', 'Budget'].map((name) => stableId('field', name))
    workspace.ledger.change({ key: 'customField.define', values: {} }, ['field'], (writer) => {
      for (const [id, name, kind, options] of [
        [trucks, 'Trucks', 'number', []],
        [region, 'Region', 'choice', ['North', 'South']],
        [budget, 'Budget', 'money', []],
      ] as const) {
        const definition = { owner: 'account', name, kind, options: [...options], unit: null, position: 1 }
        writer.set('custom_field', id ?? '', 'definition', definition)
      }
    })
    const request: FileRequest = {
      kind: 'parties',
      mapping: {
        customerNumber: 'no',
        'custom:Trucks': 'trucks',
        [`custom:${region}`]: 'region',
        'custom:Budget': 'budget',
      },
    }
    const receipt = await importText('no,trucks,region,budget\nC-1,2.5,north,¥1200\nC-2,,East,\n', request)
    expect(receipt).toMatchObject({ accepted: 1, rejected: 1 })
    expect(problemsOf(receipt)).toEqual([[3, 'region', 'invalid-choice']])
    const party = stableId('customer-number', 'C-1')
    const storedIn = (field = '') =>
      workspace.database.sqlite
        .prepare<[Buffer], string>('SELECT value FROM custom_value WHERE id = ?')
        .pluck()
        .get(Buffer.from(customValueId(party, field).replaceAll('-', ''), 'hex'))
    expect([trucks, region, budget].map(storedIn)).toEqual([
      '2.5',
      '"North"',
      '{"amount":12000000,"currency":"CNY"}',
    ])
    await expect(
      importText('no,x\nC-1,1\n', {
        kind: 'parties',
        mapping: { customerNumber: 'no', 'custom:Nothing': 'x' },
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('importing products', () => {
  it('makes and revises them by code with category and list price', async () => {
    const request: FileRequest = {
      kind: 'products',
      mapping: same('productCode', 'productName', 'category', 'listPrice', 'currency'),
    }
    const head = 'productCode,productName,category,listPrice,currency\n'
    await importText(`${head}P1,Gear,Drives,12.5,EUR\nP2,Belt,Drives,,\n`, request)
    const receipt = await importText(
      `${head}P1,Gear XL,Belts,13,EUR\nP3,,,1,USD\nP4,,,-1,\n,,Drives,,\n`,
      request,
    )
    expect(receipt).toMatchObject({ total: 4, updated: 1, created: 0, rejected: 3 })
    expect(problemsOf(receipt)).toEqual([
      [3, 'currency', 'unknown-rate'],
      [4, 'listPrice', 'negative-number'],
      [5, 'productCode', 'missing-value'],
    ])
    expect(
      rows(`SELECT code, product.name, category.name, list_price, list_price_currency
        FROM product LEFT JOIN category ON category.id = category_id ORDER BY code`),
    ).toEqual([
      ['P1', 'Gear XL', 'Belts', 130_000, 'EUR'],
      ['P2', 'Belt', 'Drives', null, null],
    ])
  })
})

describe('importing opportunities', () => {
  const FIELDS = [
    'number',
    'customerNumber',
    'customerName',
    'name',
    'value',
    'currency',
    'stage',
    'probabilityPercent',
    'expectedCloseOn',
    'outcome',
    'closedOn',
    'reason',
    'competitor',
    'category',
  ]
  const request: FileRequest = { kind: 'opportunities', mapping: same(...FIELDS) }
  const head = `${FIELDS.join(',')}\n`

  it('makes prospects of unknown customers and reads how a sales program writes the end', async () => {
    const text = `${head}S-1,C-9,New Ltd,First,1000,EUR,方案报价,50%,2026-06-30,,,,Rival,Gears
S-2,C-9,New Ltd,Second,500,,Closed Won,,2026-05-01,,2026-04-20,价格,,
S-3,,Other,Third,,,,,,lost,,,,
`
    const receipt = await importText(text, request)
    expect(receipt).toMatchObject({ accepted: 2, rejected: 1, created: 2, newAccounts: 1 })
    expect(problemsOf(receipt)).toEqual([[4, 'outcome', 'missing-value']])
    expect(
      rows(
        'SELECT number, value_amount, stage, probability_percent, outcome, closed_on, reasons FROM opportunity ORDER BY number',
      ),
    ).toEqual([
      ['S-1', 10_000_000, 'proposal', 50, null, null, null],
      ['S-2', 5_000_000, 'negotiation', null, 'won', '2026-04-20', '["price"]'],
    ])
    expect(rows('SELECT role FROM party_role')).toEqual([['prospect']])
    expect(await importText(text, request)).toMatchObject({
      unchanged: 2,
      created: 0,
      updated: 0,
      batchId: null,
    })
  })
})

describe('importing customers’ spend', () => {
  const FIELDS = [
    'customerNumber',
    'category',
    'year',
    'amount',
    'source',
    'confidence',
    'competitor',
    'competitorSharePercent',
  ]
  const request: FileRequest = { kind: 'customer-spend', mapping: same(...FIELDS) }
  const head = `${FIELDS.join(',')}\n`

  it('takes a competitor a row and agrees on the spend, and makes no customer', async () => {
    await importText('no\nC-1\n', { kind: 'parties', mapping: { customerNumber: 'no' } })
    const text = `${head}C-1,Gears,2025年,1000,访谈,高,Rival,30
C-1,Gears,2025,1000,访谈,高,Other,25.5
C-1,Gears,2025,999,访谈,高,Third,1
C-1,Gears,2024,5,,,Rival,101
C-2,Gears,2025,5,,,,
C-1,Belts,25,5,,,,
C-1,Belts,2025,5,,sicher,,
`
    const receipt = await importText(text, request)
    expect(problemsOf(receipt)).toEqual([
      [4, 'category', 'repeated-key'],
      [5, 'competitorSharePercent', 'invalid-percent'],
      [6, 'customerNumber', 'unknown-customer'],
      [7, 'year', 'invalid-year'],
      [8, 'confidence', 'invalid-choice'],
    ])
    expect(rows('SELECT year, amount, source, confidence, competitors FROM customer_spend')).toEqual([
      [
        2025,
        10_000_000,
        '访谈',
        'high',
        '[{"name":"Rival","sharePercent":30},{"name":"Other","sharePercent":25.5}]',
      ],
    ])
    expect(await importText(text, request)).toMatchObject({ unchanged: 2, created: 0, updated: 0 })
  })
})

describe('every kind', () => {
  it('is one undo and one redo that bring back exactly what was there', async () => {
    const files: [string, FileRequest][] = [
      [`${PARTY_HEAD}C-1,Alpha,DE,Bonn,Steel,customer,2020-01-05,120\n`, PARTIES],
      [
        'code,price,cat\nP1,5,Gears\n',
        { kind: 'products', mapping: { productCode: 'code', listPrice: 'price', category: 'cat' } },
      ],
      [
        'n,c,t\nS-1,C-7,Deal\n',
        { kind: 'opportunities', mapping: { number: 'n', customerNumber: 'c', name: 't' } },
      ],
      [
        'c,g,y,a\nC-1,Gears,2025,7\n',
        { kind: 'customer-spend', mapping: { customerNumber: 'c', category: 'g', year: 'y', amount: 'a' } },
      ],
    ]
    const dumps = [workspace.dump()]
    for (const [text, request] of files) {
      await importText(text, request)
      dumps.push(workspace.dump())
    }
    for (const before of dumps.slice(0, -1).reverse()) {
      workspace.ledger.undo(undefined, false)
      expect(workspace.dump()).toEqual(before)
    }
    for (const after of dumps.slice(1)) {
      workspace.ledger.redo(undefined, false)
      expect(workspace.dump()).toEqual(after)
    }
  })
})
