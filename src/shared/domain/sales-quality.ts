import { z } from 'zod'

/** What the quality of an account's sales is made of. */
export const QUALITY_PARTS = ['discount', 'returns', 'price', 'regularity'] as const
export type QualityPart = (typeof QUALITY_PARTS)[number]

/** Signs of goods that may go astray (窜货), each on a line of an order. */
export const QUALITY_SIGNS = ['low-price-volume', 'one-off-product', 'unusual-channel'] as const
export const qualitySignKind = z.enum(QUALITY_SIGNS)
export type QualitySignKind = z.infer<typeof qualitySignKind>
