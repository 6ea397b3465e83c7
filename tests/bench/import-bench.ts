import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchRow, limitRow, megabytes, missingRow, ratioRow } from './bench-table.ts'
import { HEADERS, MAPPING } from './generated-orders.ts'
import { findProgram, median, type Run, runProgram } from './measure.ts'

const RUNS = 3
const MEMORY_AIM = 400e6

/** The whole pipeline from the command line against `sqlite3 .import` of the same file. */
export async function benchImport(folder: string, csv: string, commandLine: string): Promise<BenchRow[]> {
  const mapping = join(folder, 'mapping.json')
  writeFileSync(mapping, JSON.stringify(MAPPING))
  const workspace = join(folder, 'import.mainstay')
  const ours: Run[] = []
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(workspace, { force: true })
    ours.push(
      await runProgram(process.execPath, [
        commandLine,
        'import',
        ...['--workspace', workspace, '--kind', 'order-lines', '--file', csv, '--mapping', mapping],
      ]),
    )
  }
  const seconds = median(ours.map((run) => run.seconds))
  const peaks = ours.flatMap((run) => run.peakBytes ?? [])
  const what = 'import 1,000,000 lines, the whole pipeline'
  const rows: BenchRow[] = []

  const sqlite = findProgram('sqlite3')
  if (sqlite) {
    const peers: Run[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const file = join(folder, 'peer.db')
      rmSync(file, { force: true })
      const columns = HEADERS.map((header) => `${header} TEXT`).join(', ')
      peers.push(
        await runProgram(
          sqlite,
          [file],
          `CREATE TABLE orders (${columns});\n.mode csv\n.import --skip 1 '${csv}' orders\n`,
        ),
      )
    }
    rows.push(
      ratioRow(what, seconds, { name: 'sqlite3 .import', value: median(peers.map((run) => run.seconds)) }, 4),
    )
  } else rows.push(missingRow(what, 'sqlite3'))

  if (peaks.length > 0) rows.push(limitRow('its peak memory', median(peaks), MEMORY_AIM, megabytes))
  return rows
}
