import { z } from 'zod'

/** What the quality of an account's sales is made of. */
export const QUALITY_PARTS = ['discount', 'returns', 'price', 'regularity'] as const
export type QualityPart = (typeof QUALITY_PARTS)[number]

/** Share of the score, and the figures in percent that earn 0 and 100 points; straight between them. */
export const QUALITY_SCALE: Record<QualityPart, { weight: number; none: number; full: number }> = {
  discount: { weight: 25, none: 30, full: 0 },
  returns: { weight: 25, none: 10, full: 0 },
  price: { weight: 30, none: 70, full: 100 },
  regularity: { weight: 20, none: 25, full: 0 },
}

/** Signs of goods that may go astray (窜货), each on a line of an order. */
export const QUALITY_SIGNS = ['low-price-volume', 'one-off-product', 'unusual-channel'] as const
export const qualitySignKind = z.enum(QUALITY_SIGNS)
export type QualitySignKind = z.infer<typeof qualitySignKind>

/** Below this score of 100 an account's sales are called weak. */
export const WEAK_QUALITY_SCORE = 60
