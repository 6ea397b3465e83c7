import { z } from 'zod'

export const COMPLEXITY_COUNTS = ['segments', 'products', 'channels', 'enterprises'] as const

/** What can be corrected by hand: the four factors of R and the cells that are served. */
export const complexityFactor = z.enum([...COMPLEXITY_COUNTS, 'served'])
export type ComplexityFactor = z.infer<typeof complexityFactor>

/** At most 1000 of a kind keeps the product of four exact. */
export const complexityCount = z.int().min(0).max(1000)
