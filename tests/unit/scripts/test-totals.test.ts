import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runSteps, type Step } from '../../../scripts/run-steps.mjs'
import {
  addTotals,
  lastLine,
  noTests,
  sumPlaywright,
  sumStatic,
  sumVitest,
} from '../../../scripts/test-totals.mjs'

const root = resolve(import.meta.dirname, '../../..')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Inside the project, so that the runners of node_modules are found. */
const projectFolder = (files: Record<string, string>) => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'totals-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const runVitest = (files: Record<string, string>) => {
  const folder = projectFolder(files)
  const report = join(folder, 'report.json')
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', folder, '--reporter=json', `--outputFile=${report}`],
    ],
    { encoding: 'utf8' },
  )
  return sumVitest(JSON.parse(readFileSync(report, 'utf8')), run.status ?? 1)
}

const runPlaywright = (files: Record<string, string>) => {
  const folder = projectFolder({
    'playwright.config.ts': "export default { testDir: '.', reporter: [['json']], workers: 1 }\n",
    ...files,
  })
  const report = join(folder, 'report.json')
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config',
      join(folder, 'playwright.config.ts'),
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  return sumPlaywright(JSON.parse(readFileSync(report, 'utf8')), run.status ?? 1)
}

describe('sumVitest', () => {
  it('counts what a real run passed, failed and skipped, by name', () => {
    const totals = runVitest({
      'a.test.ts': `import { describe, expect, it } from 'vitest'
describe('orders', () => {
  it('adds up', () => expect(1).toBe(1))
  it('breaks', () => expect(1).toBe(2))
  it.skip('needs the data set', () => undefined)
  it.todo('later')
})`,
      'b.test.ts': `import { it } from 'vitest'
it('passes', () => undefined)`,
    })
    expect(totals).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      failures: ['orders breaks'],
      skips: ['orders needs the data set', 'orders later'],
    })
  })

  it('counts a file that does not even load as a failure', () => {
    const totals = runVitest({ 'broken.test.ts': "import './absent.ts'\n" })
    expect(totals).toMatchObject({ passed: 0, failed: 1 })
    expect(totals.failures.join()).toContain('broken.test.ts')
  })

  it('counts an error outside every test as a failure though all tests passed', () => {
    const totals = runVitest({
      'late.test.ts': `import { it } from 'vitest'
it('passes', async () => {
  setTimeout(() => { throw new Error('late') }, 5)
  await new Promise((resolve) => setTimeout(resolve, 50))
})`,
    })
    expect(totals).toMatchObject({ passed: 1, failed: 1 })
  })

  it('takes a missing report for a failure unless the runner had nothing to do', () => {
    expect(sumVitest(undefined, 0)).toEqual(noTests)
    expect(sumVitest(undefined, 139)).toMatchObject({ failed: 1 })
  })
})

describe('sumPlaywright', () => {
  it('counts what a real run passed, failed and skipped, by name', () => {
    const totals = runPlaywright({
      'a.spec.ts': `import { expect, test } from '@playwright/test'
test.describe('desk', () => {
  test('opens', () => expect(1).toBe(1))
  test('breaks', () => expect(1).toBe(2))
  test.skip('needs Electron', () => undefined)
})`,
    })
    expect(totals).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['a.spec.ts › desk › breaks'],
      skips: ['a.spec.ts › desk › needs Electron'],
    })
  })

  it('counts a file that does not load as a failure', () => {
    expect(runPlaywright({ 'a.spec.ts': "import './absent.ts'\n" }).failed).toBeGreaterThan(0)
  })

  it('counts a test that passes only when repeated as a failure', () => {
    const suites = [{ title: 'a', specs: [{ title: 'sometimes', tests: [{ status: 'flaky' }] }] }]
    expect(sumPlaywright({ suites, errors: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('runSteps', () => {
  const step = (name: string, exitCode: number, needs?: string): Step => ({
    name,
    ...(needs === undefined ? {} : { needs }),
    run: async () => ({ totals: sumStatic(name, exitCode), output: `output of ${name}` }),
  })
  const run = async (steps: Step[]) => {
    const written: string[] = []
    const totals = await runSteps(steps, (text) => written.push(text))
    return { totals, text: written.join('') }
  }

  it('goes on after a failed step and ends with the plain sum', async () => {
    const { totals, text } = await run([step('lint', 1), step('unit', 0)])
    expect(totals).toMatchObject({ passed: 1, failed: 1, skipped: 0, failures: ['lint'] })
    expect(text.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed, 0 skipped')
  })

  it('shows the output of a failed step and not of a passed one', async () => {
    const { text } = await run([step('lint', 1), step('unit', 0)])
    expect(text).toContain('output of lint')
    expect(text).not.toContain('output of unit')
  })

  it('skips, by name, the step whose build failed', async () => {
    const { totals, text } = await run([step('build', 1), step('end to end', 0, 'build')])
    expect(totals).toMatchObject({ passed: 0, failed: 1, skipped: 1 })
    expect(text).toContain('end to end, which needs the build')
  })

  it('reports a step that throws and goes on', async () => {
    const broken: Step = { name: 'types', run: () => Promise.reject(new Error('no compiler')) }
    const { totals, text } = await run([broken, step('unit', 0)])
    expect(totals).toMatchObject({ passed: 1, failed: 1 })
    expect(text).toContain('no compiler')
  })
})

it('sums all steps into the last line', () => {
  const all = [
    { ...noTests, passed: 812, skipped: 3 },
    { ...noTests, passed: 40, failed: 2 },
    sumStatic('build', 0),
  ]
  expect(lastLine(addTotals(all))).toBe('853 passed, 2 failed, 3 skipped')
})
