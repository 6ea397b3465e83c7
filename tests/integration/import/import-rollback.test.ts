import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { JobControl } from '../../../src/main/application/ports.ts'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const MAPPING = {
  customerNumber: 'No',
  customerName: 'Name',
  orderNumber: 'Order',
  orderedOn: 'Date',
  productCode: 'Product',
  category: 'Category',
  amount: 'Amount',
}
const ROWS = 23_000

let workspace: ImportWorkspace
beforeEach(() => {
  workspace = createImportWorkspace('CNY')
})
afterEach(() => workspace.close())

/** Some rows are bad, so that a file of rejected rows is under way when the import stops. */
function fileOf(name: string, first: number): string {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const number = first + at
    const day = at % 50 === 49 ? 'never' : `2024-${String((number % 12) + 1).padStart(2, '0')}-15`
    return `K${number % 300},Customer ${number % 300},O-${number >> 2},${day},P${number % 70},C${number % 7},${number}.25`
  })
  return workspace.fileOf(name, `No,Name,Order,Date,Product,Category,Amount\n${rows.join('\n')}\n`)
}

function stopAt(step: number, error: Error): JobControl & { steps(): number } {
  let steps = 0
  return {
    steps: () => steps,
    checkpoint: async () => {
      steps += 1
      if (steps === step) throw error
    },
  }
}

const schema = () =>
  workspace.database.sqlite
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .pluck()
    .all()
const logLength = () =>
  workspace.sum('SELECT count(*) FROM op') + workspace.sum('SELECT count(*) FROM change_group')

it('an import that is cancelled at any step leaves the workspace, its log and its indexes as they were', async () => {
  const whole = stopAt(0, new Error())
  const first = fileOf('first.csv', 0)
  const second = fileOf('second.csv', 10_000)
  const state = () => ({ dump: workspace.dump(), schema: schema(), log: logLength() })
  const check = async (path: string) => {
    const before = state()
    const cancelled = new MainstayError('cancelled', 'The job was cancelled.')
    for (let step = 1; step <= whole.steps(); step += 1) {
      await expect(workspace.commit(path, { mapping: MAPPING }, stopAt(step, cancelled))).rejects.toBe(
        cancelled,
      )
      expect(workspace.database.sqlite.inTransaction).toBe(false)
      expect(existsSync(workspace.rejectedPath())).toBe(false)
      expect(state()).toEqual(before)
    }
  }
  await workspace.commit(first, { mapping: MAPPING }, whole)
  expect(whole.steps()).toBeGreaterThan(3)
  await check(second)
  workspace.ledger.undo(undefined, false)
  await check(first)
  await workspace.commit(first, { mapping: MAPPING })
  expect(workspace.sum('SELECT count(*) FROM order_line')).toBe(ROWS - ROWS / 50)
})

it('an error in what depends on the import rolls all of it back', async () => {
  const path = fileOf('first.csv', 0)
  const before = workspace.dump()
  const failing = { ...workspace.context, ledger: { ...workspace.ledger } }
  failing.ledger.open = (label, nouns) => {
    const change = workspace.ledger.open(label, nouns)
    return {
      ...change,
      finish() {
        change.finish()
        throw new Error('the standing could not be written')
      },
    }
  }
  const commit = () => workspace.commit(path, { mapping: MAPPING }, undefined, failing)
  await expect(commit()).rejects.toThrow('the standing could not be written')
  expect(workspace.dump()).toEqual(before)
  expect(logLength()).toBe(
    workspace.sum("SELECT count(*) + sum(op_count) FROM change_group WHERE label_key = 'settings.revise'"),
  )
  await workspace.commit(path, { mapping: MAPPING })
  expect(workspace.sum('SELECT count(*) FROM order_line')).toBeGreaterThan(0)
})

it('a dry run writes nothing, not even on a connection that could', async () => {
  const path = fileOf('first.csv', 0)
  const before = workspace.sum('SELECT total_changes()')
  await workspace.check(path, { mapping: MAPPING })
  expect(workspace.sum('SELECT total_changes()')).toBe(before)
})
