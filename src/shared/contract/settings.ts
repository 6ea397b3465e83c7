import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { currencyCode } from '../domain/money.ts'
import { rfmMethod } from '../domain/rfm.ts'
import { command, query } from './define.ts'

export const workspaceSettings = z.strictObject({
  companyName: z.string().trim().min(1).max(120),
  baseCurrency: currencyCode,
  /** Null follows the newest order. */
  asOf: day.nullable(),
  rfmMethod,
})
export type WorkspaceSettings = z.infer<typeof workspaceSettings>

export const settings = {
  get: query({
    input: z.strictObject({}),
    output: workspaceSettings.extend({ effectiveAsOf: day.nullable(), newestOrderOn: day.nullable() }),
  }),
  /** The base currency is fixed once orders exist. Errors: in-use. */
  revise: command({ input: workspaceSettings.partial(), output: z.null() }),
}

export const currencyRate = z.strictObject({
  currency: currencyCode,
  /** Units of the base currency for one unit of this one, fixed for the budget year. */
  budgetRate: z.number().positive().finite(),
  lineCount: z.int(),
})

export const currency = {
  listRates: query({ input: z.strictObject({}), output: z.array(currencyRate) }),
  /** Restates every figure in that currency. */
  setRate: command({
    input: z.strictObject({ currency: currencyCode, budgetRate: z.number().positive().max(1_000_000) }),
    output: z.null(),
  }),
  /**
   * Errors: not-found, in-use while an order, invoice, payment, spend, potential, opportunity, list price
   * or money field is in that currency.
   */
  removeRate: command({ input: z.strictObject({ currency: currencyCode }), output: z.null() }),
}
