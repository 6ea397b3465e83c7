import { z } from 'zod'
import { id } from '../domain/id.ts'
import { query } from './define.ts'
import { language } from './workspace.ts'

export const exports = {
  /**
   * The value model as an XLSX workbook whose points, scores and classes are live formulas. Starts a job whose result
   * is a `downloadToken`. Errors of the job: no-data without a model, cancelled, disk-full.
   */
  scoreSheet: query({
    input: z.strictObject({ language: language.default('en') }),
    output: z.strictObject({ jobId: id }),
  }),
}
