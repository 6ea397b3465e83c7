import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelHandlers } from '../../../src/main/domains/model/model-handlers.ts'
import { classifyAt } from '../../../src/main/domains/standing/classify-at.ts'
import { effectiveAsOf } from '../../../src/main/domains/standing/effective-as-of.ts'
import { ALL_CLASSES } from '../../../src/main/scoring/what-if.ts'
import { isMissing, type Purchase, readNorthwind, readOnlineRetail } from '../../unit/scoring/public-data.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeEach(() => {
  workspace = createTradingWorkspace()
})
afterEach(() => workspace.close())

function countBy(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? '—'] = (counts[value ?? '—'] ?? 0) + 1
  return counts
}

/** ABC and class counts under the model that the orders themselves bring, printed for the record. */
function classify(name: string, purchases: readonly Purchase[]) {
  workspace.trade(
    purchases.map(({ customer, order, on, value }) => ({
      account: customer,
      order,
      orderedOn: on,
      amount: value,
    })),
  )
  const asOf = effectiveAsOf(workspace.database)
  if (asOf === null) throw new Error('The purchases have days.')
  const { accounts } = classifyAt(workspace.database, asOf)
  const abc = countBy(accounts.map((account) => account.abc))
  const classes = countBy(accounts.map((account) => account.valueClass))
  const { model } = modelHandlers['model.current'](workspace.queries)
  const report = [
    `${name} as of ${asOf}: ${accounts.length} accounts, criteria ${model?.criteria
      .map(({ key, weight }) => `${key} ${weight}`)
      .join(', ')}`,
    `  ABC    ${['A', 'B', 'C'].map((key) => `${key} ${abc[key] ?? 0}`).join('  ')}`,
    `  class  ${ALL_CLASSES.map((key) => `${key} ${classes[key] ?? 0}`).join('  ')}`,
  ]
  process.stdout.write(`${report.join('\n')}\n`)
  return { accounts, abc, classes }
}

/** What must hold whatever the figures: everybody has a class, and Diamonds are A accounts of 80 points and more. */
function expectSound({ accounts, abc, classes }: ReturnType<typeof classify>, count: number): void {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, n) => total + n, 0)
  expect([accounts.length, sum(abc), sum(classes)]).toEqual([count, count, count])
  expect(classes['—']).toBeUndefined()
  for (const { valueClass, score, abc: rank } of accounts) {
    if (score !== null) expect(score >= 0 && score <= 100).toBe(true)
    if (valueClass === 'diamond') expect([rank, (score ?? 0) >= 80]).toEqual(['A', true])
    if (valueClass === 'gold') expect(score).toBeGreaterThanOrEqual(65)
    if (valueClass === 'general' && score !== null) expect(score).toBeLessThan(65)
  }
}

describe.skipIf(isMissing('northwind/Orders.csv'))('Northwind (shared/data/northwind)', () => {
  it('classifies its 89 customers', () => {
    const result = classify('Northwind', readNorthwind())
    expectSound(result, 89)
    expect(result.abc).toEqual({ A: 33, B: 29, C: 27 })
    expect(result.classes).toEqual({ diamond: 9, gold: 11, general: 69 })
  })
})

describe.skipIf(isMissing('online_retail/online_retail.csv.gz'))(
  'Online Retail (shared/data/online_retail)',
  () => {
    it('classifies its 4,338 customers, and a what-if over them moves nobody without a change', {
      timeout: 300_000,
    }, () => {
      const result = classify('Online Retail', readOnlineRetail())
      expectSound(result, 4338)
      expect(result.abc).toEqual({ A: 1123, B: 1441, C: 1774 })
      expect(result.classes).toEqual({ diamond: 421, gold: 500, general: 3417 })
      const { model } = modelHandlers['model.current'](workspace.queries)
      if (!model) throw new Error('The orders bring a model.')
      const { version: _, ...draft } = model
      const preview = modelHandlers['model.preview'](workspace.queries, {
        model: draft,
        changes: [],
        limit: 10,
      })
      expect(preview).toMatchObject({ accountCount: 4338, movedCount: 0, problems: [] })
    })
  },
)
