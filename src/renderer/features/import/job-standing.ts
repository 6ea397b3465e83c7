import type { z } from 'zod'
import type { JobState } from '../../api/jobs.ts'

/** Where a job stands. `percent` is null until the first progress. */
export type JobStanding<Done> =
  | { state: 'running'; percent: number | null; rows: number }
  | Done
  | { state: 'cancelled' }
  | { state: 'failed'; failure: unknown }

/** A job as the screens show it; a result of another shape counts as a failure. */
export function jobStanding<Result, Done extends { state: 'done' }>(
  job: JobState | undefined,
  schema: z.ZodType<Result>,
  whenDone: (result: Result) => Done,
): JobStanding<Done> {
  if (!job) return { state: 'running', percent: null, rows: 0 }
  if (job.state === 'running') {
    const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : null
    return { state: 'running', percent, rows: job.rows }
  }
  const { outcome } = job
  if (outcome.state === 'cancelled') return { state: 'cancelled' }
  if (outcome.state === 'failed') return { state: 'failed', failure: outcome.error }
  const parsed = schema.safeParse(outcome.result)
  return parsed.success
    ? whenDone(parsed.data)
    : { state: 'failed', failure: { code: 'internal', details: {} } }
}
