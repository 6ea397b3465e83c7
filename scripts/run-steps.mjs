import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { lastLines } from './report.mjs'
import { runCaptured } from './run-child.mjs'
import { addTotals, lastLine, noTests, sumPlaywright, sumStatic, sumVitest } from './test-totals.mjs'

/**
 * @typedef {import('./test-totals.mjs').Totals} Totals
 * @typedef {{ totals: Totals, output: string }} StepResult
 * @typedef {{ name: string, needs?: string, run: () => Promise<StepResult> }} Step
 */

const namesShown = 20

/** @param {string} path */
const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/**
 * @param {string} name
 * @param {readonly string[]} args a script of node_modules and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Step}
 */
const staticStep = (name, [script = '', ...args], env) => ({
  name,
  run: async () => {
    const program = inProject('node_modules', ...script.split('/'))
    const { exitCode, output } = await runCaptured(process.execPath, [program, ...args], {
      cwd: projectRoot,
      env,
    })
    return { totals: sumStatic(name, exitCode), output }
  },
})

/**
 * @param {string} project a project of tests/vitest.config.ts; one without files passes
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reports a folder for the report
 * @returns {Step}
 */
const vitestStep = (project, env, reports) => ({
  name: project,
  run: async () => {
    const report = join(reports, `${project}.json`)
    const { exitCode, output } = await runCaptured(
      process.execPath,
      [
        inProject('node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', 'tests/vitest.config.ts', '--project', project, '--passWithNoTests'],
        ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { cwd: projectRoot, env },
    )
    return { totals: sumVitest(readReport(report), exitCode), output }
  },
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Step}
 */
const buildStep = (env) => ({
  name: 'build',
  run: async () => {
    try {
      await ensureBuild(env)
      return { totals: sumStatic('build', 0), output: '' }
    } catch (error) {
      return { totals: sumStatic('build', 1), output: error instanceof Error ? error.message : String(error) }
    }
  },
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reports
 * @returns {Step}
 */
const endToEndStep = (env, reports) => ({
  name: 'end to end',
  needs: 'build',
  run: async () => {
    const chromium = await ensureChromium(env)
    if ('problem' in chromium) return { totals: sumStatic('end to end', 1), output: chromium.problem }
    const report = join(reports, 'end-to-end.json')
    const { exitCode, output } = await runCaptured(
      process.execPath,
      [
        inProject('node_modules', '@playwright', 'test', 'cli.js'),
        ...['test', '--config', 'tests/playwright.config.ts', '--pass-with-no-tests'],
      ],
      { cwd: projectRoot, env: { ...env, CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    )
    return { totals: sumPlaywright(readReport(report), exitCode), output }
  },
})

/**
 * @param {'check' | 'test'} extent check is the fast half of test
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reports
 * @returns {Step[]}
 */
const stepsOf = (extent, env, reports) => {
  const fastHalf = [
    staticStep('formatting and lint', ['@biomejs/biome/bin/biome', 'ci', '--max-diagnostics=100', '.'], env),
    staticStep('types', ['typescript/bin/tsc', '-b'], env),
    vitestStep('architecture', env, reports),
    vitestStep('unit', env, reports),
  ]
  if (extent === 'check') return fastHalf
  return [
    ...fastHalf,
    vitestStep('contract', env, reports),
    vitestStep('integration', env, reports),
    buildStep(env),
    endToEndStep(env, reports),
  ]
}

/**
 * @param {string} text
 * @param {string} indent
 */
const indented = (text, indent) =>
  text
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n')

/** @param {string} label @param {readonly string[]} names */
const listed = (label, names) => {
  const more = names.length > namesShown ? [`… and ${names.length - namesShown} more`] : []
  return [...names.slice(0, namesShown), ...more].map((name) => `      ${label} ${name}\n`).join('')
}

/**
 * @param {string} name
 * @param {StepResult} result
 * @param {number} seconds
 */
const summaryOf = (name, { totals, output }, seconds) => {
  const mark = totals.failed > 0 ? '✗' : totals.passed === 0 && totals.skipped > 0 ? '-' : '✓'
  const head = `${mark} ${name.padEnd(20)} ${lastLine(totals)} (${seconds.toFixed(1)} s)\n`
  if (totals.failed === 0) return head + listed('skipped:', totals.skips)
  return `${head}${indented(lastLines(output), '    ')}\n${listed('failed:', totals.failures)}${listed('skipped:', totals.skips)}`
}

/**
 * Runs steps one after the other, each to its end even when one before it failed.
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} write
 * @param {(name: string) => void} [announce] told of each step before it runs
 * @returns {Promise<Totals>}
 */
export const runSteps = async (steps, write, announce = () => undefined) => {
  /** @type {Map<string, Totals>} */
  const results = new Map()
  for (const step of steps) {
    announce(step.name)
    const startedAt = performance.now()
    const needed = step.needs === undefined ? undefined : results.get(step.needs)
    const result =
      needed !== undefined && needed.failed > 0
        ? {
            totals: { ...noTests, skipped: 1, skips: [`${step.name}, which needs the ${step.needs}`] },
            output: '',
          }
        : await step.run().catch((error) => ({ totals: sumStatic(step.name, 1), output: String(error) }))
    results.set(step.name, result.totals)
    write(summaryOf(step.name, result, (performance.now() - startedAt) / 1000))
  }
  const totals = addTotals([...results.values()])
  write(`\n${lastLine(totals)}\n`)
  return totals
}

/**
 * Runs the project's checks or all its tests and reports them on stdout, the sum in the last line.
 * @param {'check' | 'test'} extent
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} 1 where anything failed
 */
export const runTests = async (extent, env) => {
  const reports = mkdtempSync(join(tmpdir(), 'mainstay-tests-'))
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }))
  const { FORCE_COLOR: _, ...plain } = env
  const steps = stepsOf(extent, { ...plain, TZ: 'Asia/Shanghai' }, reports)
  // On a terminal the name of the running step stands in the last line until its result replaces it.
  const clearLine = process.stdout.isTTY ? '\r\u001b[K' : ''
  const totals = await runSteps(
    steps,
    (text) => process.stdout.write(clearLine + text),
    (name) => process.stdout.isTTY && process.stdout.write(`… ${name}`),
  )
  return totals.failed > 0 ? 1 : 0
}
