import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const MAPPING = {
  customerNumber: 'No',
  customerName: 'Customer',
  country: 'Country',
  orderNumber: 'Order',
  orderedOn: 'Date',
  productCode: 'Product',
  category: 'Category',
  quantity: 'Quantity',
  amount: 'Amount',
  currency: 'Currency',
}
const HEADER = 'No,Customer,Country,Order,Date,Product,Category,Quantity,Amount,Currency'

let workspace: ImportWorkspace
beforeEach(() => {
  workspace = createImportWorkspace('CNY')
})
afterEach(() => workspace.close())

const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`
const fileOf = (name: string, ...rows: string[]) => workspace.fileOf(name, csv(...rows))
const request = { mapping: MAPPING }
const parties = () =>
  workspace.database.sqlite
    .prepare<[], unknown[]>('SELECT number, name, country FROM party WHERE is_deleted = 0 ORDER BY key')
    .raw()
    .all()

describe('what an import counts', () => {
  it('accepts and rejects every row once, in the dry run as in the import', async () => {
    const path = fileOf(
      'mixed.csv',
      'K1,Aster,DE,A-1,2024-01-05,P1,Gears,2,200.00,CNY',
      ',,DE,A-2,2024-01-06,P1,Gears,1,100.00,CNY',
      'K1,Aster,DE,A-3,2024-02-31,P1,Gears,1,100.00,CNY',
      'K2,Birch,FR,B-1,2024-03-01,P2,,-1,-40.50,CNY',
      'K2,Birch,FR,B-2,2024-03-02,P2,,1,ten,XXQ',
      'K2,Birch,FR,B-3,2024-03-02,P2,,1,10.00,CNY,too,many',
    )
    const check = await workspace.check(path, request)
    expect(check).toMatchObject({
      total: 6,
      accepted: 2,
      rejected: 4,
      unchanged: 0,
      newAccounts: 2,
      updatedAccounts: 0,
      newProducts: 2,
      orders: 2,
      returnLines: 1,
      firstOrderedOn: '2024-01-05',
      lastOrderedOn: '2024-03-01',
      grossSales: 2_000_000,
      returns: 405_000,
      currencies: [{ currency: 'CNY', rowCount: 2 }],
    })
    const { batchId, seconds, rejectedFile, ...receipt } = await workspace.commit(path, request)
    expect(receipt).toEqual(check)
    expect(batchId).not.toBeNull()
    expect(seconds).toBeGreaterThanOrEqual(0)
    expect(rejectedFile?.name).toBe('mixed-rejected.csv')
  })

  it('hands out rejected rows as they stood, with row, column, code and a message in the language asked for', async () => {
    const path = fileOf('bad.csv', 'K1,Aster,DE,A-1,2024-02-31,P1,Gears,1,100.00,CNY')
    await workspace.commit(path, { ...request, language: 'zh-TW' })
    const [header, row] = readFileSync(workspace.rejectedPath(), 'utf8').split('\r\n')
    expect(header).toBe(`\uFEFFmainstay:row,mainstay:column,mainstay:code,mainstay:message,${HEADER}`)
    expect(row).toMatch(
      /^2,Date,invalid-date,.*2024-02-31.*,K1,Aster,DE,A-1,2024-02-31,P1,Gears,1,100.00,CNY$/,
    )
    expect(row).toMatch(/日期/)
  })

  it('takes a corrected file of rejected rows with the same mapping', async () => {
    await workspace.commit(fileOf('bad.csv', 'K1,Aster,DE,A-1,2024-02-31,P1,Gears,1,100.00,CNY'), request)
    const corrected = readFileSync(workspace.rejectedPath(), 'utf8').replaceAll('2024-02-31', '2024-02-29')
    const receipt = await workspace.commit(workspace.fileOf('corrected.csv', corrected), request)
    expect(receipt).toMatchObject({ total: 1, accepted: 1, rejected: 0, rejectedFile: null })
    expect(existsSync(workspace.rejectedPath())).toBe(false)
  })

  it('refuses the rows that would take a sum beyond exact integers, and nothing else', async () => {
    const large = 'K1,Aster,DE,A-1,2024-01-05,P1,Gears,1,900000000000,CNY'
    const path = fileOf('large.csv', large, large, 'K1,Aster,DE,A-2,2024-01-06,P1,Gears,1,1.00,CNY')
    const receipt = await workspace.commit(path, request)
    expect(receipt).toMatchObject({ total: 3, accepted: 2, rejected: 1 })
    expect(receipt.problems).toMatchObject([{ code: 'number-out-of-range', column: 'Amount', rowCount: 1 }])
    expect(workspace.sum('SELECT sum(gross) FROM account_month')).toBe(9_000_000_000_010_000)
  })

  it('says nothing-to-import for a file that has a header only', async () => {
    await expect(
      workspace.commit(workspace.fileOf('empty.csv', `${HEADER}\n`), request),
    ).rejects.toMatchObject({
      code: 'nothing-to-import',
    })
  })

  it('keeps returns apart whether they come back in the same order or in one of their own', async () => {
    const path = fileOf(
      'returns.csv',
      'K1,Aster,DE,A-1,2024-01-05,P1,Gears,5,500.00,CNY',
      'K1,Aster,DE,A-1,2024-01-20,P1,Gears,-2,-200.00,CNY',
      'K1,Aster,DE,R-9,2024-02-01,P1,Gears,-1,-100.00,CNY',
      'K2,Birch,DE,B-1,2024-02-01,P1,Gears,3,300.00,CNY',
      'K2,Birch,DE,B-1,2024-02-02,P1,Gears,-3,-300.00,CNY',
    )
    await workspace.commit(path, request)
    const months = workspace.database.sqlite
      .prepare<[], unknown[]>(
        `SELECT party.number, month % 12 + 1, gross, returns, order_count FROM account_month
         JOIN party ON party.key = account_key ORDER BY 1, 2`,
      )
      .raw()
      .all()
    expect(months).toEqual([
      ['K1', 1, 5_000_000, 2_000_000, 1],
      ['K1', 2, 0, 1_000_000, 0],
      ['K2', 2, 3_000_000, 3_000_000, 0],
    ])
  })
})

describe('currencies', () => {
  const rows = [
    'K1,Aster,DE,A-1,2024-01-05,P1,Gears,1,100.00,CNY',
    'K1,Aster,DE,A-2,2024-01-06,P1,Gears,1,10.01,USD',
    'K1,Aster,DE,A-3,2024-01-07,P1,Gears,-1,-10.01,USD',
  ]

  it('rejects lines in a currency without a budget rate and makes no customer of them', async () => {
    const receipt = await workspace.commit(fileOf('usd.csv', rows[1] ?? ''), request)
    expect(receipt).toMatchObject({ accepted: 0, rejected: 1, batchId: null })
    expect(receipt.problems).toMatchObject([{ code: 'unknown-rate', column: 'Currency' }])
    expect(parties()).toEqual([])
  })

  it('counts each line at the budget rate, a return as the mirror of its sale, and anew when the rate changes', async () => {
    workspace.setRate('USD', 7.125)
    await workspace.commit(fileOf('two.csv', ...rows), request)
    // 10.01 × 7.125 = 71.32125 exactly, a tie at the fourth decimal.
    expect(workspace.sum('SELECT sum(gross) FROM account_month')).toBe(1_000_000 + 713_213)
    expect(workspace.sum('SELECT sum(returns) FROM account_month')).toBe(713_213)
    workspace.setRate('USD', 8)
    expect(workspace.sum('SELECT sum(gross) FROM product_sales')).toBe(1_000_000 + 800_800)
    expect(workspace.sum('SELECT sum(returns) FROM sales_order')).toBe(800_800)
    workspace.ledger.undo(undefined, false)
    expect(workspace.sum('SELECT sum(gross) FROM account_month')).toBe(1_000_000 + 713_213)
  })
})

describe('the same lines again', () => {
  const rows = [
    'K1,Aster,DE,A-1,2024-01-05,P1,Gears,1,100.00,CNY',
    'K1,Aster,DE,A-1,2024-01-05,P1,Gears,1,100.00,CNY',
    'K2,Birch,FR,A-1,2024-01-05,P1,Gears,1,100.00,CNY',
  ]

  it('changes nothing at all, and leaves no entry in the history', async () => {
    await workspace.commit(fileOf('first.csv', ...rows), request)
    const before = workspace.dump()
    const groups = workspace.sum('SELECT count(*) FROM change_group')
    const receipt = await workspace.commit(fileOf('again.csv', ...[...rows].reverse()), request)
    expect(receipt).toMatchObject({ total: 3, accepted: 3, unchanged: 3, newAccounts: 0, batchId: null })
    expect(workspace.dump()).toEqual(before)
    expect(workspace.sum('SELECT count(*) FROM change_group')).toBe(groups)
  })

  it('adds only what is new of an overlapping file, twins counted as often as they occur', async () => {
    await workspace.commit(fileOf('first.csv', ...rows), request)
    const overlapping = [...rows, rows[0] ?? '', 'K1,Aster,DE,A-2,2024-02-05,P2,Gears,1,50.00,CNY']
    const receipt = await workspace.commit(fileOf('second.csv', ...overlapping), request)
    expect(receipt).toMatchObject({ accepted: 5, unchanged: 3 })
    expect(workspace.sum('SELECT count(*) FROM order_line')).toBe(5)
    expect(workspace.sum('SELECT row_count FROM fact_batch ORDER BY key DESC LIMIT 1')).toBe(2)
  })

  it('brings lines back that were undone, under the same customers', async () => {
    const path = fileOf('first.csv', ...rows)
    const empty = workspace.dump()
    await workspace.commit(path, request)
    const ids = workspace.sum('SELECT group_concat(hex(id)) FROM party WHERE is_deleted = 0')
    workspace.ledger.undo(undefined, false)
    expect(workspace.dump()).toEqual(empty)
    const receipt = await workspace.commit(path, request)
    expect(receipt).toMatchObject({ accepted: 3, unchanged: 0, newAccounts: 2 })
    expect(workspace.sum('SELECT group_concat(hex(id)) FROM party WHERE is_deleted = 0')).toBe(ids)
    expect(parties()).toEqual([
      ['K1', 'Aster', 'DE'],
      ['K2', 'Birch', 'FR'],
    ])
  })
})

describe('what columns it needs', () => {
  it('names what the mapping lacks, a header the file does not have, and a column that reads both ways', async () => {
    const path = fileOf('dates.csv', 'K1,Aster,DE,A-1,05/03/2024,P1,Gears,1,100.00,CNY')
    const { amount, ...without } = MAPPING
    await expect(
      workspace.check(path, { mapping: { ...without, quantity: 'Quantity' } }),
    ).rejects.toMatchObject({ code: 'mapping-incomplete' })
    await expect(
      workspace.check(path, { mapping: { ...MAPPING, amount: `${amount}s` } }),
    ).rejects.toMatchObject({
      code: 'mapping-unknown-column',
      details: { field: 'amount', header: 'Amounts' },
    })
    await expect(workspace.check(path, request)).rejects.toMatchObject({
      code: 'column-undecided',
      details: { field: 'orderedOn', column: 'Date', setting: 'dateOrder' },
    })
    await expect(
      workspace.check(path, { ...request, settings: { dateOrder: 'dmy' } }),
    ).resolves.toMatchObject({
      accepted: 1,
      firstOrderedOn: '2024-03-05',
    })
  })
})
