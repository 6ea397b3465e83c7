import { z } from 'zod'

export const rfmScore = z.int().min(1).max(5)

/** Recency, frequency and monetary scores, 1 (worst) to 5 (best). */
export const rfm = z.strictObject({ recency: rfmScore, frequency: rfmScore, monetary: rfmScore })
export type Rfm = z.infer<typeof rfm>

export const RFM_METHODS = ['bands', 'quintiles'] as const
export const rfmMethod = z.enum(RFM_METHODS)
export type RfmMethod = z.infer<typeof rfmMethod>

export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'promising',
  'new',
  'needs-attention',
  'at-risk',
  'lost',
] as const
export const rfmSegment = z.enum(RFM_SEGMENTS)
export type RfmSegment = z.infer<typeof rfmSegment>
