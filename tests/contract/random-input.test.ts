import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operationByName } from '#shared/contract/contract.ts'
import { errorCode } from '#shared/contract/call-result.ts'
import { startApplication, type TestApplication } from '../support/application.ts'

const RUNS = 500

/** Operations that open, close or copy workspaces would end the very workspace under test. */
const ENDS_THE_WORKSPACE = new Set([
  'workspace.openSample',
  'workspace.close',
  'workspace.create',
  'workspace.restoreBackup',
])

/** Half pure noise, half values shaped like the operation's input with noise inside. */
function inputFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  const noise = fc.anything({ withBigInt: false, withDate: true, withMap: true, withObjectString: true })
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, object>
  }
  const keys = Object.keys(shape.properties ?? {})
  if (keys.length === 0) return noise
  const leaf = fc.oneof(
    noise,
    fc.uuid(),
    fc.constantFrom('2026-09-30', '0000-00-00', '', '\u0000', 'x'.repeat(300), "'; DROP TABLE party; --"),
    fc.integer(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53),
    fc.constantFrom([], {}, null, true),
    fc.array(fc.uuid(), { maxLength: 3 }),
    fc.record({ level: fc.integer({ min: -1, max: 7 }), evidence: fc.string() }, { requiredKeys: [] }),
  )
  const shaped = fc.record(Object.fromEntries(keys.map((key) => [key, leaf])), { requiredKeys: [] })
  return fc.oneof(noise, shaped)
}

describe('every operation through the dispatcher', () => {
  let test: TestApplication

  beforeAll(async () => {
    test = await startApplication()
    await test.ask('workspace.openSample', {})
  })
  afterAll(() => test.close())

  for (const [name, operation] of operationByName) {
    if (ENDS_THE_WORKSPACE.has(name)) continue
    it(`${name} answers ${RUNS} random inputs with a value of its type or a typed error`, async () => {
      await fc.assert(
        fc.asyncProperty(inputFor(operation.input), async (input) => {
          const result = await test.application.call(name, input)
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

  it('an unknown operation is a typed error', async () => {
    const result = await test.application.call('account.explode', {})
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
  })

  it('the sample still opens and adds up afterwards', async () => {
    const { rows, total } = await test.ask('account.list', { filter: {}, sort: [], offset: 0, limit: 10 })
    expect(rows.length).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(rows.length)
  })
})
