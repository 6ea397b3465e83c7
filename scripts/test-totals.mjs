/**
 * The counts of one step, with the names of what failed and what was skipped.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], skips: string[] }} Totals
 */

/** @type {Readonly<Totals>} */
export const noTests = Object.freeze({ passed: 0, failed: 0, skipped: 0, failures: [], skips: [] })

/**
 * A report is believed only together with the runner's exit code: a crash may leave a report without failures.
 * @param {Totals} totals
 * @param {number} exitCode
 * @returns {Totals}
 */
const withExitCode = (totals, exitCode) =>
  exitCode === 0 || totals.failed > 0
    ? totals
    : { ...totals, failed: 1, failures: [...totals.failures, `the runner ended with exit code ${exitCode}`] }

/**
 * @typedef {{ status: string, fullName: string }} VitestCase
 * @typedef {{ status: string, name: string, message?: string, assertionResults: VitestCase[] }} VitestFile
 */

/**
 * Sums a report of Vitest's json reporter. A file that fails outside its tests counts as one failure.
 * @param {{ testResults: VitestFile[] } | undefined} report nothing where the runner wrote none
 * @param {number} exitCode
 * @returns {Totals}
 */
export const sumVitest = (report, exitCode) => {
  const files = report?.testResults ?? []
  const cases = files.flatMap((file) => file.assertionResults)
  const failedCases = cases.filter((test) => test.status === 'failed').map((test) => test.fullName)
  const failedFiles = files
    .filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    .map((file) => file.name)
  const passed = cases.filter((test) => test.status === 'passed').length
  const skips = cases
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => test.fullName)
  const failures = [...failedCases, ...failedFiles]
  return withExitCode({ passed, failed: failures.length, skipped: skips.length, failures, skips }, exitCode)
}

/**
 * @typedef {{ title: string, tests: { status: string }[] }} PlaywrightSpec
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {PlaywrightSuite} suite
 * @param {string} path
 * @returns {{ name: string, status: string }[]}
 */
const playwrightTests = (suite, path) => {
  const here = path === '' ? suite.title : `${path} › ${suite.title}`
  const specs = suite.specs ?? []
  const suites = suite.suites ?? []
  return [
    ...specs.flatMap((spec) => spec.tests.map(({ status }) => ({ name: `${here} › ${spec.title}`, status }))),
    ...suites.flatMap((inner) => playwrightTests(inner, here)),
  ]
}

/**
 * Sums a report of Playwright's json reporter. A test that passes only when repeated counts as failed.
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] } | undefined} report
 * @param {number} exitCode
 * @returns {Totals}
 */
export const sumPlaywright = (report, exitCode) => {
  const tests = (report?.suites ?? []).flatMap((suite) => playwrightTests(suite, ''))
  const errors = (report?.errors ?? []).map((error) => error.message ?? 'an error outside the tests')
  const names = (/** @type {(status: string) => boolean} */ isWanted) =>
    tests.filter((test) => isWanted(test.status)).map((test) => test.name)
  const passed = names((status) => status === 'expected').length
  const skips = names((status) => status === 'skipped')
  const failures = [...names((status) => status !== 'expected' && status !== 'skipped'), ...errors]
  return withExitCode({ passed, failed: failures.length, skipped: skips.length, failures, skips }, exitCode)
}

/**
 * A step that is not a test runner counts as one test.
 * @param {string} name
 * @param {number} exitCode
 * @returns {Totals}
 */
export const sumStatic = (name, exitCode) =>
  exitCode === 0 ? { ...noTests, passed: 1 } : { ...noTests, failed: 1, failures: [name] }

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export const addTotals = (all) => ({
  passed: all.reduce((sum, totals) => sum + totals.passed, 0),
  failed: all.reduce((sum, totals) => sum + totals.failed, 0),
  skipped: all.reduce((sum, totals) => sum + totals.skipped, 0),
  failures: all.flatMap((totals) => totals.failures),
  skips: all.flatMap((totals) => totals.skips),
})

/**
 * The line every run ends with.
 * @param {Totals} totals
 */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
