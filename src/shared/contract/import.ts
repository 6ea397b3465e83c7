import { z } from 'zod'
import { day, instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { delimiter, encoding, readSettings, rowErrorCode, rowProblem } from '../domain/import.ts'
import { importField, importMapping } from '../domain/import-field.ts'
import { importKind } from '../domain/import-kind.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { command, query } from './define.ts'
import { downloadToken, fileToken, language } from './workspace.ts'

export const encodingCandidate = z.strictObject({
  encoding,
  invalidCount: z.int(),
  sample: z.string(),
  isChosen: z.boolean(),
  basis: z.enum(['bom', 'pattern', 'valid-utf8', 'guess', 'user']).nullable(),
})

export const inspectedColumn = z.strictObject({
  header: z.string(),
  type: z.enum(['text', 'integer', 'number', 'date', 'choice', 'empty']),
  sample: z.string(),
  filledPercent: z.number(),
  distinctCount: z.int().nullable(),
  field: importField.nullable(),
  basis: z.enum(['remembered', 'header', 'content']).nullable(),
  /** The header names a unit, such as 万元: every value is multiplied by this. */
  unitFactor: z.number().nullable(),
})

export const fileInspection = z.strictObject({
  /** As asked, else the kind that the headers fit best. */
  kind: importKind,
  fileName: z.string(),
  bytes: z.int(),
  rowCount: z.int(),
  isRowCountExact: z.boolean(),
  /** Sheets of a workbook and the one that is read; null for text. */
  workbook: z.strictObject({ sheets: z.array(z.string()), sheet: z.string() }).nullable(),
  /** Of text; a workbook has none to choose from. */
  encodings: z.array(encodingCandidate),
  delimiter,
  headerRow: z.int(),
  columns: z.array(inspectedColumn),
  /** Cells of the first 200 rows, with their row numbers in the file. */
  rows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy', 'ambiguous']).nullable(),
  decimalSign: z.enum(['.', ',', 'ambiguous']).nullable(),
  missing: z.array(z.array(importField)),
})
export type FileInspection = z.infer<typeof fileInspection>

export const importRequest = z.strictObject({
  fileToken,
  kind: importKind,
  mapping: importMapping,
  settings: readSettings,
  /** Field → factor for columns in 万 or thousands. */
  unitFactors: z.partialRecord(importField, z.number().positive()).default({}),
  /** For rows without a currency; the workspace's currency when left out. */
  currency: currencyCode.optional(),
  /** Language of the messages in the file of rejected rows. */
  language: language.default('en'),
})
export type ImportRequest = z.infer<typeof importRequest>

export const problemGroup = z.strictObject({
  code: rowErrorCode,
  column: z.string(),
  rowCount: z.int(),
  /** At most 200 of them. */
  examples: z.array(rowProblem),
})

export const importCheck = z.strictObject({
  kind: importKind,
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  /** Rows that stand in the workspace already, from an earlier import of the same file. */
  unchanged: z.int(),
  newAccounts: z.int(),
  /** Customers that were there and got an empty name, an empty country or the customer's role from the file. */
  updatedAccounts: z.int(),
  newProducts: z.int(),
  /** Records of the file's own kind that are added; of order lines the orders. */
  created: z.int(),
  /** Records of the file's own kind that stand already and are changed. */
  updated: z.int(),
  /** Orders that the file's lines belong to, new or not. */
  orders: z.int(),
  returnLines: z.int(),
  /** First and last of the days the rows are placed by: order, issue, payment, expected close. */
  firstOrderedOn: day.nullable(),
  lastOrderedOn: day.nullable(),
  /** Sums in the workspace's currency: sales and returns, or positive and negative amounts of invoices and payments. */
  grossSales: amount,
  returns: amount,
  currencies: z.array(z.strictObject({ currency: currencyCode, rowCount: z.int() })),
  problems: z.array(problemGroup),
  /** New customers that look like one the workspace has already. */
  duplicates: z.array(
    z.strictObject({
      name: z.string(),
      rowCount: z.int(),
      likeId: id,
      likeName: z.string(),
      likeNumber: z.string(),
    }),
  ),
})
export type ImportCheck = z.infer<typeof importCheck>

export const importReceipt = importCheck.extend({
  batchId: id.nullable(),
  seconds: z.number(),
  rejectedFile: downloadToken.nullable(),
})
export type ImportReceipt = z.infer<typeof importReceipt>

export const importBatch = z.strictObject({
  id,
  kind: importKind,
  fileName: z.string(),
  importedAt: instant,
  author: z.string(),
  rowCount: z.int(),
  isWithdrawn: z.boolean(),
})

export const imports = {
  /** What the file is: encoding, columns, proposal, first rows. Errors: file-missing, file-empty, file-unreadable, file-too-large. */
  inspect: query({
    input: z.strictObject({ fileToken, kind: importKind.optional(), settings: readSettings }),
    output: fileInspection,
  }),
  /** Dry run. Starts a job whose result is an ImportCheck. Errors: mapping-incomplete, mapping-unknown-column; of the job: column-undecided. */
  check: query({ input: importRequest, output: z.strictObject({ jobId: id }) }),
  /** Writes. Starts a job whose result is an ImportReceipt; the whole import is one undo. */
  commit: command({ input: importRequest, output: z.strictObject({ jobId: id }) }),
  listBatches: query({ input: z.strictObject({}), output: z.array(importBatch) }),
}
