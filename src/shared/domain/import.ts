import { z } from 'zod'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const
export const encoding = z.enum(ENCODINGS)
export type Encoding = z.infer<typeof encoding>

export const DELIMITERS = [',', ';', '\t', '|'] as const
export const delimiter = z.enum(DELIMITERS)
export type Delimiter = z.infer<typeof delimiter>

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export const dateOrder = z.enum(DATE_ORDERS)
export type DateOrder = z.infer<typeof dateOrder>

export const DECIMAL_SIGNS = ['.', ','] as const
export const decimalSign = z.enum(DECIMAL_SIGNS)
export type DecimalSign = z.infer<typeof decimalSign>

/** How a file is read. What is left out is decided from the file itself. */
export const readSettings = z.strictObject({
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  /** 1-based row that holds the headers. */
  headerRow: z.int().min(1).max(1000).optional(),
  dateOrder: dateOrder.optional(),
  decimalSign: decimalSign.optional(),
  /** Name of a workbook's sheet, or its place from 1. */
  sheet: z.string().min(1).max(100).optional(),
})
export type ReadSettings = z.infer<typeof readSettings>

/** Why a row was rejected; one closed list, each with a translated text and a remedy. */
export const ROW_ERROR_CODES = [
  'missing-customer',
  'missing-order-number',
  'missing-date',
  'missing-amount',
  'invalid-date',
  'ambiguous-date',
  'date-out-of-range',
  'invalid-number',
  'number-out-of-range',
  'negative-number',
  'ambiguous-number',
  'number-in-id',
  'invalid-currency',
  'unknown-rate',
  'invalid-discount',
  'bad-bytes',
  'cell-too-long',
  'unclosed-quote',
  'too-many-cells',
  'too-few-cells',
  'missing-value',
  'invalid-choice',
  'invalid-flag',
  'invalid-percent',
  'invalid-year',
  'unknown-customer',
  'ambiguous-customer',
  'unknown-invoice',
  'payment-currency',
  'repeated-key',
  'stands-differently',
  'error-cell',
] as const
export const rowErrorCode = z.enum(ROW_ERROR_CODES)
export type RowErrorCode = z.infer<typeof rowErrorCode>

/** A rejected cell: which row of the file (1-based, header counted), which column, what stood there. */
export const rowProblem = z.strictObject({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  code: rowErrorCode,
})
export type RowProblem = z.infer<typeof rowProblem>
