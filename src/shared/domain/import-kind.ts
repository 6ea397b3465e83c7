import { z } from 'zod'

/** Kinds whose rows are records of their own: everything but order lines, which add up to orders. */
export const RECORD_KINDS = [
  'invoices',
  'payments',
  'products',
  'parties',
  'opportunities',
  'customer-spend',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** What a file's rows can be. */
export const IMPORT_KINDS = ['order-lines', ...RECORD_KINDS] as const
export const importKind = z.enum(IMPORT_KINDS)
export type ImportKind = z.infer<typeof importKind>
