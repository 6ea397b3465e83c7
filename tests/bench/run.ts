import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchRow, printTable } from './bench-table.ts'
import { benchCustomerBase } from './customer-base-bench.ts'
import { writeOrders } from './generated-orders.ts'
import { benchGrid } from './grid-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchOffice } from './office-bench.ts'
import { benchOpening } from './opening-bench.ts'
import { benchResponsiveness } from './responsiveness-bench.ts'
import { benchScoring } from './scoring-bench.ts'
import { benchWhatIf } from './what-if-bench.ts'

const LINES = 1_000_000
const ACCOUNTS = 10_000

const out = join(import.meta.dirname, '../../out/main')
const commandLine = join(out, 'command-line.js')
const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'))

try {
  const csv = join(folder, 'orders.csv')
  console.error(
    `Writing ${LINES.toLocaleString('en')} order lines of ${ACCOUNTS.toLocaleString('en')} accounts …`,
  )
  await writeOrders(csv, LINES, ACCOUNTS)
  const workspace = join(folder, 'import.mainstay')
  const benches: [string, () => Promise<BenchRow[]>][] = [
    ['import', () => benchImport(folder, csv, commandLine)],
    ['scoring', () => benchScoring(csv, workspace)],
    ['what-if', () => benchWhatIf(workspace)],
    ['customer base', () => benchCustomerBase()],
    ['opening', () => benchOpening(workspace, commandLine)],
    ['responsiveness', () => benchResponsiveness(folder, csv, join(out, 'engine.js'))],
    ['grid', () => benchGrid(join(folder, 'grid.mainstay'))],
    ['office', () => benchOffice(folder, commandLine)],
  ]
  const rows: BenchRow[] = []
  for (const [name, bench] of benches) {
    console.error(`${name} …`)
    rows.push(...(await bench()))
  }
  console.log(`Node ${process.version}, ${cpus().length} cores, medians.\n`)
  console.log(printTable(rows))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
