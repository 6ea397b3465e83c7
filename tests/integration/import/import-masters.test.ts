import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importHandlers } from '../../../src/main/domains/import/import-handlers.ts'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

let workspace: ImportWorkspace
beforeEach(() => {
  workspace = createImportWorkspace('CNY')
})
afterEach(() => workspace.close())

const rows = (sql: string) => workspace.database.sqlite.prepare<[], unknown[]>(sql).raw().all()
const parties = () => rows('SELECT number, name, country FROM party WHERE is_deleted = 0 ORDER BY key')
const MAPPING = {
  customerNumber: 'No',
  customerName: 'Name',
  country: 'Country',
  orderNumber: 'Order',
  orderedOn: 'Date',
  amount: 'Amount',
}
const importRows = (...lines: string[]) =>
  workspace.commit(
    workspace.fileOf('orders.csv', `No,Name,Country,Order,Date,Amount\n${lines.join('\n')}\n`),
    {
      mapping: MAPPING,
    },
  )

describe('customers', () => {
  it('match by number first, and a file never renames or moves a customer that has a name and a country', async () => {
    await importRows('K1,东澜传动有限公司,中国,A-1,2024-01-05,100')
    const receipt = await importRows('K1,Donglan Drives Ltd,China,A-2,2024-01-06,100')
    expect(receipt).toMatchObject({ newAccounts: 0, updatedAccounts: 0 })
    expect(parties()).toEqual([['K1', '东澜传动有限公司', '中国']])
  })

  it('get a name and a country from a later row or a later file where there was none', async () => {
    await importRows('K1,,,A-1,2024-01-05,100', 'K2,,DE,B-1,2024-01-05,100', 'K2,Birch,FR,B-2,2024-01-05,100')
    expect(parties()).toEqual([
      ['K1', 'K1', null],
      ['K2', 'Birch', 'DE'],
    ])
    const receipt = await importRows('K1,Aster,DE,A-2,2024-01-06,100')
    expect(receipt).toMatchObject({ newAccounts: 0, updatedAccounts: 1 })
    expect(parties()[0]).toEqual(['K1', 'Aster', 'DE'])
  })

  it('without a number match by name less its legal form, or get the next free number that the file does not use', async () => {
    await importRows('K1,Aster GmbH,,A-1,2024-01-05,100')
    const receipt = await importRows(
      ',ASTER,,A-2,2024-01-06,100',
      ',Birch AG,,B-1,2024-01-06,100',
      'C-00001,Cedar,,C-1,2024-01-06,100',
      ',Birch,,B-2,2024-01-07,100',
      ',Dogwood,,D-1,2024-01-07,100',
    )
    expect(receipt.newAccounts).toBe(3)
    expect(parties()).toEqual([
      ['K1', 'Aster GmbH', null],
      ['C-00002', 'Birch AG', null],
      ['C-00001', 'Cedar', null],
      ['C-00003', 'Dogwood', null],
    ])
    expect(
      workspace.sum(
        "SELECT count(*) FROM sales_order JOIN party ON party.key = account_key WHERE party.name = 'Birch AG'",
      ),
    ).toBe(2)
  })

  it('that look like one of the workspace are named before anything is written', async () => {
    await importRows('K1,苏州晨光机械有限公司,,A-1,2024-01-05,100')
    const path = workspace.fileOf(
      'new.csv',
      'No,Name,Country,Order,Date,Amount\nX9,苏州晨光机械,,N-1,2024-02-01,100\nX9,苏州晨光机械,,N-2,2024-02-02,100\n',
    )
    const check = await workspace.check(path, { mapping: MAPPING })
    expect(check.duplicates).toMatchObject([
      { name: '苏州晨光机械', rowCount: 2, likeName: '苏州晨光机械有限公司', likeNumber: 'K1' },
    ])
    expect(parties()).toHaveLength(1)
  })

  it('that were renumbered by hand are still found by the number they were imported under', async () => {
    await importRows('K1,Aster,,A-1,2024-01-05,100')
    const [id = ''] = rows('SELECT lower(hex(id)) FROM party').flat().map(String)
    const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    workspace.ledger.change({ key: 'account.revise', values: {} }, ['account'], (writer) =>
      writer.set('party', uuid, 'number', 'N-77'),
    )
    await importRows('K1,Aster,,A-2,2024-01-06,100')
    expect(parties()).toEqual([['N-77', 'Aster', null]])
  })

  it('keep the customer role that their orders give them', async () => {
    workspace.ledger.change({ key: 'account.create', values: {} }, ['account'], (writer) =>
      writer.setAll('party', '8b0c2d4e-1111-4111-8111-222222222222', {
        kind: 'company',
        number: 'K1',
        name: 'Aster',
      }),
    )
    const receipt = await importRows('K1,Aster,DE,A-1,2024-01-05,100')
    expect(receipt.updatedAccounts).toBe(1)
    expect(rows('SELECT role FROM party_role WHERE is_deleted = 0')).toEqual([['customer']])
  })

  it('and their orders have the same ids and the same digest on every machine', async () => {
    const identities = () => [
      rows('SELECT hex(id) FROM party ORDER BY 1'),
      rows('SELECT sha256 FROM fact_batch'),
    ]
    const lines = ['K1,Aster,DE,A-1,2024-01-05,100', ',Birch,FR,B-1,2024-01-05,100']
    await importRows(...lines)
    const here = identities()
    workspace.close()
    workspace = createImportWorkspace('CNY')
    await importRows('K0,Zinnia,DE,Z-1,2024-01-05,100')
    workspace.ledger.undo(undefined, false)
    workspace.database.sqlite.exec('DELETE FROM fact_batch; DELETE FROM party')
    await importRows(...lines)
    expect(identities()).toEqual(here)
  })
})

describe('products and categories', () => {
  const FULL = { ...MAPPING, productCode: 'Code', productName: 'Product', category: 'Category' }
  const importProducts = (...lines: string[]) =>
    workspace.commit(
      workspace.fileOf(
        'products.csv',
        `No,Name,Country,Order,Date,Amount,Code,Product,Category\n${lines.map((line, at) => `K1,Aster,,O-${at},2024-01-05,100,${line}`).join('\n')}\n`,
      ),
      { mapping: FULL },
    )
  const products = () =>
    rows(
      `SELECT product.code, product.name, category.name FROM product
       LEFT JOIN category ON category.id = product.category_id ORDER BY product.key`,
    )
  const byCategory = () =>
    rows(
      `SELECT category.name, sum(gross) FROM account_month_category
       LEFT JOIN category ON category.key = category_key GROUP BY 1 ORDER BY 1`,
    )

  it('come by code, by name where there is no code, and by category where there is neither', async () => {
    await importProducts('P1,Gear,Drives', ',Bolt,', ',,Service', ',,', 'P2,,Drives')
    expect(products()).toEqual([
      ['P1', 'Gear', 'Drives'],
      ['', 'Bolt', null],
      ['', 'Service', 'Service'],
      ['P2', 'P2', 'Drives'],
    ])
    expect(workspace.sum('SELECT count(*) FROM order_line WHERE product_key IS NULL')).toBe(1)
    expect(
      (await importProducts('P1,Gear,Drives', ',Bolt,', ',,Service', ',,', 'P2,,Drives')).unchanged,
    ).toBe(5)
  })

  it('that get their category late take their earlier sales along', async () => {
    await importProducts('P1,Gear,')
    expect(byCategory()).toEqual([[null, 1_000_000]])
    await workspace.commit(
      workspace.fileOf(
        'late.csv',
        'No,Name,Country,Order,Date,Amount,Code,Product,Category\nK1,Aster,,O-8,2024-01-05,100,P2,Bolt,\nK1,Aster,,O-9,2024-01-05,100,P2,Bolt,Small parts\nK1,Aster,,O-10,2024-01-05,100,P1,Gear,Drives\n',
      ),
      { mapping: FULL },
    )
    expect(byCategory()).toEqual([
      ['Drives', 2_000_000],
      ['Small parts', 2_000_000],
    ])
  })
})

describe('mappings', () => {
  it('are remembered by header, with their factor, until a later import leaves the header out', async () => {
    const mapping = { customerName: '往来户', orderNumber: '凭证', orderedOn: '日子', amount: '数(万)' }
    const path = workspace.fileOf(
      'chinese.csv',
      '往来户,凭证,日子,数(万),备注\n晨光,D-1,2024-01-05,1.5,现金\n',
    )
    await workspace.commit(path, {
      mapping: { ...mapping, channel: '备注' },
      unitFactors: { amount: 10_000 },
    })
    expect(workspace.sum('SELECT gross FROM account_month')).toBe(150_000_000)
    const inspect = async () => {
      const input = { fileToken: path, settings: {} }
      const { columns } = await importHandlers['import.inspect'](workspace.context, input)
      return columns.map(({ field, basis, unitFactor }) => [field, basis, unitFactor])
    }
    expect(await inspect()).toEqual([
      ['customerName', 'remembered', null],
      ['orderNumber', 'remembered', null],
      ['orderedOn', 'remembered', null],
      ['amount', 'remembered', 10_000],
      ['channel', 'remembered', null],
    ])
    const next = workspace.fileOf('next.csv', '往来户,凭证,日子,数(万),备注\n晨光,D-2,2024-01-06,1.5,现金\n')
    await workspace.commit(next, { mapping, unitFactors: { amount: 10_000 } })
    expect((await inspect()).at(-1)?.[1]).not.toBe('remembered')
  })
})

describe('batches', () => {
  it('are listed newest first with the number of lines they brought', async () => {
    await importRows('K1,Aster,,A-1,2024-01-05,100')
    await importRows(
      'K1,Aster,,A-1,2024-01-05,100',
      'K1,Aster,,A-2,2024-01-06,100',
      'K1,Aster,,A-3,2024-01-06,100',
    )
    const batches = importHandlers['import.listBatches'](workspace.context)
    expect(batches.map(({ rowCount, isWithdrawn, author }) => [rowCount, isWithdrawn, author])).toEqual([
      [2, false, 'Test Author'],
      [1, false, 'Test Author'],
    ])
  })
})
