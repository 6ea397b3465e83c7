import { z } from 'zod'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import { valueClass } from '../domain/value-class.ts'
import { query } from './define.ts'

export const searchHit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('account'),
    id,
    name: z.string(),
    number: z.string(),
    city: z.string().nullable(),
    valueClass: valueClass.nullable(),
    netSales: amount,
    /** Pinyin initials that matched, when the match was by pinyin. */
    pinyin: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('person'),
    id,
    name: z.string(),
    title: z.string().nullable(),
    companyId: id.nullable(),
    companyName: z.string().nullable(),
    pinyin: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('product'),
    id,
    name: z.string(),
    code: z.string(),
    category: z.string().nullable(),
  }),
])
export type SearchHit = z.infer<typeof searchHit>

export const search = {
  find: query({
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.array(searchHit),
  }),
}
