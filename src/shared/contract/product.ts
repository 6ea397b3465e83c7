import { z } from 'zod'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)

export const productRow = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  categoryId: id.nullable(),
  category: z.string().nullable(),
  netSales: amount,
})
export type ProductRow = z.infer<typeof productRow>

export const categoryRow = z.strictObject({ id, name: z.string(), productCount: z.int(), netSales: amount })
export type CategoryRow = z.infer<typeof categoryRow>

export const product = {
  list: query({
    input: z.strictObject({
      text: z.string().max(200).optional(),
      categoryId: id.nullable().optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ rows: z.array(productRow), total: z.int() }),
  }),
  listCategories: query({ input: z.strictObject({}), output: z.array(categoryRow) }),
  create: command({
    input: z.strictObject({ code: text(80).min(1), name: text(200).min(1), categoryId: id.nullable() }),
    output: z.strictObject({ id }),
  }),
  /** Moving products to a category moves their past sales with them. */
  revise: command({
    input: z.strictObject({
      ids: z.array(id).min(1).max(100_000),
      changes: z.strictObject({ name: text(200).min(1), categoryId: id.nullable() }).partial(),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
  createCategory: command({
    input: z.strictObject({ name: text(120).min(1) }),
    output: z.strictObject({ id }),
  }),
  reviseCategory: command({ input: z.strictObject({ id, name: text(120).min(1) }), output: z.null() }),
  /** Errors: in-use while products belong to it. */
  removeCategory: command({ input: z.strictObject({ id }), output: z.null() }),
}
