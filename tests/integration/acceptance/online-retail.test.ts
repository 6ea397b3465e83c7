import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkspaceFile } from '../../../src/main/ledger/create-workspace-file.ts'
import { startApplication } from '../../support/application.ts'
import { printedBy } from './run-mainstay.ts'
import { contentOf, readWorkspace } from './workspace-content.ts'

const PACKED = resolve(import.meta.dirname, '../../../../shared/data/online_retail/online_retail.csv.gz')

const MAPPING = {
  customerNumber: 'CustomerID',
  country: 'Country',
  orderNumber: 'InvoiceNo',
  orderedOn: 'InvoiceDate',
  productCode: 'StockCode',
  productName: 'Description',
  quantity: 'Quantity',
  unitPrice: 'UnitPrice',
}

interface Sales {
  gross: number
  returns: number
}

/** Sales in thousandths by customer, straight from the text: positive lines and the rest apart. */
function salesInFile(text: string): Map<string, Sales> {
  const sales = new Map<string, Sales>()
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' })
  for (const [, , , quantity = '', , price = '', customer = ''] of data.slice(1)) {
    if (customer === '') continue
    const amount = Number(quantity) * Math.round(Number(price) * 1000)
    const known = sales.get(customer) ?? { gross: 0, returns: 0 }
    if (amount > 0) known.gross += amount
    else known.returns -= amount
    sales.set(customer, known)
  }
  return sales
}

describe.skipIf(!existsSync(PACKED))(
  '541,909 invoice lines of a wholesaler (shared/data/online_retail)',
  () => {
    let folder: string
    let file: string
    let workspace: string
    const stages: Record<'empty' | 'imported', string> = { empty: '', imported: '' }

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mainstay-retail-'))
      file = join(folder, 'online_retail.csv')
      workspace = join(folder, 'retail.mainstay')
      writeFileSync(file, gunzipSync(readFileSync(PACKED)))
      writeFileSync(join(folder, 'mapping.json'), JSON.stringify(MAPPING))
      createWorkspaceFile(workspace, { name: 'Retail', baseCurrency: 'GBP' })
      stages.empty = contentOf(workspace)
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it('the command line takes every row in or rejects it by its number', { timeout: 300_000 }, async () => {
      const printed = await printedBy(
        ...['import', '--workspace', workspace, '--kind', 'order-lines', '--file', file],
        ...['--mapping', join(folder, 'mapping.json')],
      )
      expect(printed).toMatchObject({
        total: 541_909,
        accepted: 406_829,
        rejected: 135_080,
        rejectedFile: join(folder, 'online_retail-rejected.csv'),
        created: { accounts: 4372, products: 3684, orders: 22_190 },
        problems: [{ code: 'missing-customer', column: 'CustomerID', rowCount: 135_080 }],
      })
      stages.imported = contentOf(workspace)
    })

    it('the rejected file holds those rows, each under the number it has in the original', () => {
      const original = readFileSync(file, 'utf8').split('\n')
      const { data } = Papa.parse<string[]>(
        readFileSync(join(folder, 'online_retail-rejected.csv'), 'utf8').trim(),
      )
      const rejected = data.slice(1)
      expect(rejected).toHaveLength(135_080)
      const headers = data[0] ?? []
      expect(headers.slice(4)).toEqual(original[0]?.split(','))
      const astray = rejected.filter(([row, , , , ...cells]) => {
        const [parsed] = Papa.parse<string[]>(original[Number(row) - 1] ?? '', { delimiter: ',' }).data
        // A mark against formulas stands before the texts a spreadsheet would compute.
        return parsed?.join('\t') !== cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')).join('\t')
      })
      expect(astray).toEqual([])
    })

    it('every account has the gross sales and returns of its own lines', () => {
      const expected = salesInFile(readFileSync(file, 'utf8'))
      const kept = readWorkspace(workspace, ({ sqlite }) =>
        sqlite
          .prepare<[], [number: string, gross: number, returns: number]>(
            `SELECT party.number, sum(gross), sum(returns) FROM account_month
           JOIN party ON party.key = account_key GROUP BY account_key`,
          )
          .raw()
          .all(),
      )
      const sales = new Map(kept.map(([number, gross, returns]) => [number, { gross, returns }]))
      const differing = [...expected].filter(([customer, { gross, returns }]) => {
        const found = sales.get(customer) ?? { gross: 0, returns: 0 }
        return found.gross !== gross * 10 || found.returns !== returns * 10
      })
      expect(differing).toEqual([])
      const buyers = kept.filter(([, gross]) => gross > 0)
      expect(buyers).toHaveLength(4338)
      expect(buyers.reduce((sum, [, gross]) => sum + gross, 0)).toBe(89_114_079_040)
      expect(kept.reduce((sum, [, , returns]) => sum + returns, 0)).toBe(6_113_420_900)
    })

    it('one undo brings back the workspace of before, one redo that of after', {
      timeout: 300_000,
    }, async () => {
      const test = await startApplication()
      try {
        await test.ask('workspace.open', { fileToken: test.fileToken(workspace) })
        await test.ask('history.undo', {})
        expect(contentOf(workspace)).toBe(stages.empty)
        expect(await test.ask('portfolio.overview', {})).toBeNull()
        await test.ask('history.redo', {})
        expect(contentOf(workspace)).toBe(stages.imported)
      } finally {
        await test.close()
      }
    })
  },
)
