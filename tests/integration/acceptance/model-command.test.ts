import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedBy, runMainstay } from './run-mainstay.ts'

describe('mainstay model', () => {
  let folder: string
  let written: (name: string, content: unknown) => string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-model-'))
    written = (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
      return path
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('ahp: weighs 3, 5, 3 as Saaty does', async () => {
    const matrix = [
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ]
    const printed = (await printedBy('model', 'ahp', '--input', written('ahp.json', { matrix }))) as {
      weights: number[]
      lambdaMax: number
      consistencyRatio: number
    }
    expect(printed.weights.map((weight) => weight.toFixed(4))).toEqual(['0.6370', '0.2583', '0.1047'])
    expect([printed.lambdaMax.toFixed(4), printed.consistencyRatio.toFixed(4)]).toEqual(['3.0385', '0.0332'])
  })

  it('payment-index: 72.5 for three prompt invoices and one a month late, read behind a byte order mark', async () => {
    const invoice = { dueOn: '2026-03-31', paidOn: '2026-03-31', amount: 100 }
    const invoices = [invoice, invoice, invoice, { ...invoice, paidOn: '2026-04-30' }]
    const file = written('invoices.json', `\uFEFF${JSON.stringify({ invoices, asOf: '2026-09-30' })}`)
    expect(await printedBy('model', 'payment-index', '--input', file)).toMatchObject({
      index: 72.5,
      lateShareByCount: 0.25,
      meanDaysLate: 7.5,
    })
  })

  it('hhi: 2600 for the example of the merger guidelines', async () => {
    const file = written('hhi.json', { values: [30, 30, 20, 20] })
    expect(await printedBy('model', 'hhi', '--input', file)).toMatchObject({ value: 2600, fraction: 0.26 })
  })

  it('lists every model with its shapes and source, or one of them', async () => {
    const listed = (await printedBy('model', '--list')) as Record<string, unknown>[]
    expect(listed.length).toBeGreaterThan(20)
    for (const model of listed) {
      expect(Object.keys(model)).toEqual(['name', 'summary', 'input', 'output', 'source', 'example'])
    }
    expect(await printedBy('model', 'hhi', '--list')).toEqual(listed.filter(({ name }) => name === 'hhi'))
  })

  it('refuses with exit code 1, the reason on standard error and nothing on standard output', async () => {
    const good = written('good.json', { values: [1] })
    const huge = written('huge.json', '')
    truncateSync(huge, 64 * 2 ** 20 + 1)
    const refused: [args: string[], code: string, says: RegExp][] = [
      [['gini2', '--input', good], 'not-found', /no model "gini2".*abc, gini, hhi/],
      [['gini'], 'invalid-input', /--input is missing/],
      [[], 'invalid-input', /Name the model/],
      [['gini', '--input', join(folder, 'absent.json')], 'file-missing', /absent\.json/],
      [['gini', '--input', folder], 'file-unreadable', /is not a file/],
      [['gini', '--input', huge], 'file-too-large', /64 MB/],
      [['gini', '--input', written('broken.json', '{ "values": [1, ')], 'invalid-input', /is not JSON/],
      [['gini', '--input', written('wrong.json', { values: 'many' })], 'invalid-input', /gini: values: /],
      [
        ['gini', '--input', written('infinite.json', '{ "values": [1, 1e999] }')],
        'invalid-input',
        /values\.1: /,
      ],
      [['gini', 'hhi', '--input', good], 'invalid-input', /"hhi" belongs to nothing/],
      [
        [
          'ahp',
          '--input',
          written('ahp2.json', {
            matrix: [
              [1, 3],
              [3, 1],
            ],
          }),
        ],
        'invalid-input',
        /a\(j,i\) = 1\/a\(i,j\)/,
      ],
    ]
    const runs = await Promise.all(refused.map(([args]) => runMainstay('model', ...args)))
    for (const [at, [args, code, says]] of refused.entries()) {
      const run = runs[at]
      expect(run?.exitCode, args.join(' ')).toBe(1)
      expect(run?.output, args.join(' ')).toBe('')
      const { error } = JSON.parse(run?.complaint ?? '') as { error: { code: string; message: string } }
      expect(error.code).toBe(code)
      expect(error.message).toMatch(says)
    }
  })
})
