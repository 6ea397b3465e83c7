import { join } from 'node:path'
import { type BenchRow, ratioRow } from './bench-table.ts'
import { median, runProgram } from './measure.ts'

const RUNS = 5

const BARE = `
import Database from 'better-sqlite3'
const database = new Database(process.argv[1], { readonly: true })
process.stdout.write(String(database.prepare('SELECT count(*) FROM account_month').pluck().get()))
`

/** From process start to the first answer on a million lines, against a process that opens SQLite and reads once. */
export async function benchOpening(workspace: string, commandLine: string): Promise<BenchRow[]> {
  const time = async (args: readonly string[]) => {
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push((await runProgram(process.execPath, args)).seconds)
    return median(runs)
  }
  const project = join(import.meta.dirname, '../..')
  const ours = await time([commandLine, 'call', '--workspace', workspace, 'settings.get'])
  const bare = await time(['--input-type=module', '--eval', BARE, '--', workspace, project])
  return [
    ratioRow(
      'process start to first answer, 1,000,000 lines',
      ours,
      { name: 'bare SQLite open', value: bare },
      10,
    ),
  ]
}
