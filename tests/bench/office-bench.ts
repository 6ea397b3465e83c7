import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type BenchRow, megabytes, missingRow, ratioRow } from './bench-table.ts'
import { findProgram, runProgram } from './measure.ts'

const PUBLIC_DATA = join(import.meta.dirname, '../../../shared/data/online_retail/online_retail.csv.gz')
const WHAT = 'online_retail.csv to value classes'

const MAPPING = {
  orderNumber: 'InvoiceNo',
  productCode: 'StockCode',
  productName: 'Description',
  quantity: 'Quantity',
  orderedOn: 'InvoiceDate',
  unitPrice: 'UnitPrice',
  customerNumber: 'CustomerID',
  country: 'Country',
}

/** Import and classification of a real file against an office suite merely opening and saving it. */
export async function benchOffice(folder: string, commandLine: string): Promise<BenchRow[]> {
  if (!existsSync(PUBLIC_DATA)) return [missingRow(WHAT, 'the data set online_retail')]
  const office = findProgram('soffice', 'libreoffice')
  if (!office) return [missingRow(WHAT, 'LibreOffice')]

  const csv = join(folder, 'online_retail.csv')
  writeFileSync(csv, gunzipSync(readFileSync(PUBLIC_DATA)))
  const mapping = join(folder, 'retail-mapping.json')
  writeFileSync(mapping, JSON.stringify(MAPPING))
  const workspace = join(folder, 'retail.mainstay')
  rmSync(workspace, { force: true })

  const bring = [
    'import',
    '--workspace',
    workspace,
    '--file',
    csv,
    '--mapping',
    mapping,
    '--set',
    'currency=GBP',
  ]
  const imported = await runProgram(process.execPath, [commandLine, ...bring])
  const classified = await runProgram(process.execPath, [commandLine, 'classify', '--workspace', workspace])
  const peer = await runProgram(office, ['--headless', '--convert-to', 'xlsx', '--outdir', folder, csv])

  const rows = [
    ratioRow(
      WHAT,
      imported.seconds + classified.seconds,
      { name: 'LibreOffice opens and saves it', value: peer.seconds },
      0.5,
    ),
  ]
  if (imported.peakBytes && peer.peakBytes) {
    const ours = Math.max(imported.peakBytes, classified.peakBytes ?? 0)
    rows.push(
      ratioRow('its peak memory', ours, { name: 'LibreOffice', value: peer.peakBytes }, 0.35, megabytes),
    )
  }
  return rows
}
