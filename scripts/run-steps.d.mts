import type { Totals } from './test-totals.mjs'

export type StepResult = { totals: Totals; output: string }
export type Step = { name: string; needs?: string; run: () => Promise<StepResult> }

export declare const runSteps: (
  steps: readonly Step[],
  write: (text: string) => void,
  announce?: (name: string) => void,
) => Promise<Totals>
export declare const runTests: (extent: 'check' | 'test', env: NodeJS.ProcessEnv) => Promise<number>
