import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApplication } from '../../src/main/application/create-application.ts'
import { type BenchRow, limitRow, seconds } from './bench-table.ts'
import { MAPPING } from './generated-orders.ts'

const BLOCK_AIM_S = 0.05
const WAIT_AIM_S = 0.1
const BETWEEN_QUERIES_MS = 20

/** While a million lines come in: the longest block of the host's thread and the longest wait of a query. */
export async function benchResponsiveness(
  folder: string,
  csv: string,
  engineEntry: string,
): Promise<BenchRow[]> {
  const application = await createApplication({
    dataFolder: join(folder, 'responsive'),
    engineEntry,
    defaultAuthor: 'Bench',
    now: Date.now,
  })
  const ended = new Promise<void>((resolve, reject) => {
    application.onEvent((event) => {
      if (event.type !== 'job-finished') return
      if (event.outcome.state === 'done') resolve()
      else reject(new Error(JSON.stringify(event.outcome)))
    })
  })
  await application.call('workspace.create', { name: 'Responsive', baseCurrency: 'CNY' })
  const fileToken = application.registerFile({ path: csv, name: basename(csv) })
  const blocks = monitorEventLoopDelay({ resolution: 1 })
  blocks.enable()
  await application.call('import.commit', {
    fileToken,
    kind: 'order-lines',
    mapping: MAPPING,
    settings: {},
  })
  let isRunning = true
  let longestWait = 0
  const watch = async () => {
    while (isRunning) {
      const startedAt = performance.now()
      await application.call('account.list', { filter: {}, sort: [], offset: 0, limit: 100 })
      longestWait = Math.max(longestWait, (performance.now() - startedAt) / 1000)
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_QUERIES_MS))
    }
  }
  const watching = watch()
  await ended
  isRunning = false
  await watching
  blocks.disable()
  await application.close()
  rmSync(join(folder, 'responsive'), { recursive: true, force: true })
  return [
    limitRow("longest block of the host's thread during the import", blocks.max / 1e9, BLOCK_AIM_S, seconds),
    limitRow('longest wait of a query during the import', longestWait, WAIT_AIM_S, seconds),
  ]
}
