export type Totals = { passed: number; failed: number; skipped: number; failures: string[]; skips: string[] }
export type VitestFile = {
  status: string
  name: string
  message?: string
  assertionResults: { status: string; fullName: string }[]
}
export type PlaywrightSuite = {
  title: string
  specs?: { title: string; tests: { status: string }[] }[]
  suites?: PlaywrightSuite[]
}

export declare const noTests: Readonly<Totals>
export declare const sumVitest: (
  report: { testResults: VitestFile[] } | undefined,
  exitCode: number,
) => Totals
export declare const sumPlaywright: (
  report: { suites: PlaywrightSuite[]; errors: { message?: string }[] } | undefined,
  exitCode: number,
) => Totals
export declare const sumStatic: (name: string, exitCode: number) => Totals
export declare const addTotals: (all: readonly Totals[]) => Totals
export declare const lastLine: (totals: Totals) => string
