import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorCode } from '#shared/contract/call-result.ts'
import { operationByName } from '#shared/contract/contract.ts'
import { applicationEvent, type JobKind } from '#shared/contract/events.ts'
import { importCheck, importReceipt } from '#shared/contract/import.ts'
import { robustnessResult } from '#shared/contract/model.ts'
import { downloadToken } from '#shared/contract/workspace.ts'
import { startApplication, type TestApplication } from '../support/application.ts'
import { inputArbitrary, type KnownValues } from './input-arbitrary.ts'

const RUNS = 500
/** How many accepted inputs an operation gets that writes whole files or classifies everything anew. */
const MOST_COSTLY_RUNS = 12

const OPENS_OR_CLOSES = [
  'workspace.openSample',
  'workspace.close',
  'workspace.create',
  'workspace.open',
  'workspace.restoreBackup',
]
const IS_COSTLY = new Set([
  ...OPENS_OR_CLOSES,
  'workspace.checkpoint',
  'workspace.exportCopy',
  'portfolio.overview',
  'portfolio.classify',
  'publication.preview',
  'publication.publish',
  'publication.movement',
  'publication.ladder',
  'model.current',
  'model.propose',
  'model.adopt',
  'model.save',
  'model.startRobustness',
  'export.scoreSheet',
  'currency.setRate',
  'settings.revise',
  'import.check',
  'import.commit',
])

const SHAPE_BY_JOB: Record<JobKind, z.ZodType> = {
  'import-check': importCheck,
  'import-commit': importReceipt,
  rebuild: z.unknown(),
  robustness: robustnessResult,
  export: downloadToken,
}

/** Files of every kind a user may hand in, the missing and the foreign included. */
function handInFiles({ dataFolder, fileToken }: TestApplication): string[] {
  const folder = join(dataFolder, 'handed-in')
  mkdirSync(join(folder, 'folder.mainstay'), { recursive: true })
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const header = 'customer,order,day,amount\n'
  return [
    write('orders.csv', `${header}恒岳重工,SO-1,2026-03-05,48.60\n恒岳重工,SO-2,2026-03-06,-8.60\n`),
    write('header.csv', header),
    write('empty.csv', ''),
    write(
      'noise.bin',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 193) % 256),
    ),
    write('foreign.mainstay', 'not a workspace'),
    join(folder, 'missing.csv'),
    join(folder, 'folder.mainstay'),
    join(folder, 'no-such-folder', 'new.mainstay'),
    join(folder, 'new.mainstay'),
  ].map(fileToken)
}

async function knownValues(test: TestApplication): Promise<KnownValues> {
  const { rows } = await test.ask('account.list', { filter: {}, sort: [], offset: 0, limit: 6 })
  const people = await test.ask('person.list', {})
  const products = await test.ask('product.list', { offset: 0, limit: 3 })
  const categories = await test.ask('product.listCategories', {})
  const { entries } = await test.ask('history.list', { offset: 0, limit: 3 })
  const batches = await test.ask('import.listBatches', {})
  const posts = people.slice(0, 3).flatMap(({ employments }) => employments)
  const noDefinition = { filter: {}, sort: [], columns: [], isPinned: false }
  const view = await test.ask('view.create', { name: 'View', ...noDefinition })
  const opportunities = await test.ask('opportunity.list', { filter: {}, offset: 0, limit: 3 })
  const { categories: wallets } = await test.ask('wallet.account', { accountId: rows[0]?.id ?? '' })
  const spends = wallets.flatMap((wallet) => wallet.spends.slice(0, 1))
  const backup = await test.ask('workspace.checkpoint', {})
  const recents = await test.ask('workspace.listRecent', {})
  return {
    ids: [...rows, ...people.slice(0, 3), ...posts, ...products.rows, ...categories, ...entries, ...batches]
      .map(({ id }) => id)
      .concat(view.id, ...[...opportunities.rows, ...spends].map(({ id }) => id)),
    fileTokens: handInFiles(test),
    texts: [
      backup.id,
      'customer',
      'order',
      'day',
      'amount',
      'netSales',
      ...recents.map(({ id }) => id),
      ...rows.flatMap(({ name, number, accountManager }) => [name, number, accountManager ?? '']),
    ],
  }
}

describe('every operation through the dispatcher', () => {
  let test: TestApplication
  let known: KnownValues

  beforeAll(async () => {
    test = await startApplication()
    await test.ask('workspace.openSample', {})
    known = await knownValues(test)
  })
  afterAll(() => test.close())

  const inside = [...operationByName].filter(([name]) => !OPENS_OR_CLOSES.includes(name))
  const opening = [...operationByName].filter(([name]) => OPENS_OR_CLOSES.includes(name))
  for (const [name, operation] of [...inside, ...opening]) {
    it(`${name} answers ${RUNS} random inputs with a value of its type or a typed error`, async () => {
      let left = IS_COSTLY.has(name) ? MOST_COSTLY_RUNS : RUNS
      const inputs = inputArbitrary(operation.input, known).filter(
        (input) => left > 0 || !operation.input.safeParse(input).success,
      )
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          const result = await test.application.call(name, input)
          if (result.ok || result.error.code !== 'invalid-input') left -= 1
          if (result.ok) {
            operation.output.parse(result.value)
          } else {
            expect(errorCode.safeParse(result.error.code).success).toBe(true)
            expect(result.error.code, result.error.message).not.toBe('internal')
          }
        }),
        { numRuns: RUNS },
      )
    })
  }

  it('a function, which no thread can be sent, is a typed error', async () => {
    expect(await test.application.call('search.find', { text: () => 'x', limit: 1 })).toMatchObject({
      ok: false,
    })
  })

  it('an unknown operation is a typed error', async () => {
    for (const name of ['account.explode', '', '__proto__', 'constructor', 'account.list ']) {
      const result = await test.application.call(name, {})
      expect(result).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
    }
  })

  it('every event had its declared shape, and no job failed for an unknown reason', () => {
    for (const event of test.events) {
      applicationEvent.parse(event)
      if (event.type !== 'job-finished') continue
      if (event.outcome.state === 'failed')
        expect(event.outcome.error).not.toMatchObject({ code: 'internal' })
      if (event.outcome.state === 'done') {
        SHAPE_BY_JOB[event.kind].parse(event.outcome.result)
      }
    }
  })

  it('the sample still opens and adds up afterwards', async () => {
    await test.ask('workspace.openSample', {})
    const page = { filter: {}, sort: [], offset: 0, limit: 1000 }
    const { rows, total, netSales } = await test.ask('account.list', page)
    expect(rows).toHaveLength(total)
    expect(rows.reduce((sum, row) => sum + row.netSales, 0)).toBe(netSales)
  })
})
