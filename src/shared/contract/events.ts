import { z } from 'zod'
import { id } from '../domain/id.ts'
import { errorCode, errorDetails } from './call-result.ts'

/** What a command can change; the renderer refetches what it shows of these nouns. */
export const NOUNS = [
  'workspace',
  'preferences',
  'settings',
  'currency',
  'account',
  'party',
  'person',
  'product',
  'portfolio',
  'model',
  'import',
  'history',
  'search',
  'view',
  'field',
  'override',
  'publication',
  'lifetime',
  'invoice',
  'credit',
  'factor',
  'wallet',
  'opportunity',
  'contribution',
  'segment',
] as const
export const noun = z.enum(NOUNS)
export type Noun = z.infer<typeof noun>

export const JOB_KINDS = ['import-check', 'import-commit', 'rebuild', 'robustness', 'export'] as const

export const jobProgress = z.strictObject({
  type: z.literal('job-progress'),
  jobId: id,
  kind: z.enum(JOB_KINDS),
  /** Bytes or rows, only the ratio is shown; total 0 means unknown. */
  done: z.number(),
  total: z.number(),
  rows: z.int(),
})

export const jobFinished = z.strictObject({
  type: z.literal('job-finished'),
  jobId: id,
  kind: z.enum(JOB_KINDS),
  outcome: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('done'), result: z.unknown() }),
    z.strictObject({ state: z.literal('cancelled') }),
    z.strictObject({
      state: z.literal('failed'),
      error: z.strictObject({ code: errorCode, message: z.string(), details: errorDetails }),
    }),
  ]),
})

export const applicationEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changed'), nouns: z.array(noun) }),
  z.strictObject({ type: z.literal('saved'), at: z.iso.datetime() }),
  jobProgress,
  jobFinished,
])
export type ApplicationEvent = z.infer<typeof applicationEvent>
export type JobProgress = z.infer<typeof jobProgress>
export type JobFinished = z.infer<typeof jobFinished>
export type JobKind = (typeof JOB_KINDS)[number]
