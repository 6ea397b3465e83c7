export const ALTMAN_VARIANTS = ['listed', 'private', 'emerging'] as const
/** Z for listed manufacturers, Z′ for private ones, Z″ for any other firm. */
export type AltmanVariant = (typeof ALTMAN_VARIANTS)[number]

/** All in one currency, flows of the trailing year. */
export interface AltmanFigures {
  workingCapital: number
  retainedEarnings: number
  earningsBeforeInterestAndTax: number
  /** Market value for `listed`, else book value. */
  equity: number
  /** Not used by `emerging`. */
  sales: number
  totalAssets: number
  totalLiabilities: number
}

export type AltmanZone = 'safe' | 'grey' | 'distress'

export type AltmanResult =
  | {
      kind: 'scored'
      z: number
      zone: AltmanZone
      /** What each ratio adds; their sum is z. */
      parts: { ratio: AltmanRatio; value: number; coefficient: number; points: number }[]
    }
  | { kind: 'undefined'; reason: 'no-assets' | 'no-liabilities' | 'out-of-range' }

export const ALTMAN_RATIOS = [
  'working-capital-to-assets',
  'retained-earnings-to-assets',
  'operating-profit-to-assets',
  'equity-to-liabilities',
  'sales-to-assets',
] as const
export type AltmanRatio = (typeof ALTMAN_RATIOS)[number]

/** Coefficients in the order of the ratios, and the scores below which a firm is in distress or not yet safe. */
export const ALTMAN_COEFFICIENTS: Record<
  AltmanVariant,
  { coefficients: readonly number[]; distressBelow: number; safeAbove: number }
> = {
  listed: { coefficients: [1.2, 1.4, 3.3, 0.6, 0.999], distressBelow: 1.81, safeAbove: 2.99 },
  private: { coefficients: [0.717, 0.847, 3.107, 0.42, 0.998], distressBelow: 1.23, safeAbove: 2.9 },
  emerging: { coefficients: [6.56, 3.26, 6.72, 1.05], distressBelow: 1.1, safeAbove: 2.6 },
}

/**
 * Altman's bankruptcy score. Undefined without assets, or without liabilities to relate equity to.
 * Source: Altman 1968, J. Finance 23(4):589-609 (Z); 1983, Corporate Financial Distress (Z′); Altman,
 * Hartzell & Peck 1995 (Z″, without sales).
 */
export function altmanScore(figures: AltmanFigures, variant: AltmanVariant): AltmanResult {
  const { totalAssets, totalLiabilities } = figures
  if (!(totalAssets > 0)) return { kind: 'undefined', reason: 'no-assets' }
  if (!(totalLiabilities > 0)) return { kind: 'undefined', reason: 'no-liabilities' }
  const ratios: Record<AltmanRatio, number> = {
    'working-capital-to-assets': figures.workingCapital / totalAssets,
    'retained-earnings-to-assets': figures.retainedEarnings / totalAssets,
    'operating-profit-to-assets': figures.earningsBeforeInterestAndTax / totalAssets,
    'equity-to-liabilities': figures.equity / totalLiabilities,
    'sales-to-assets': figures.sales / totalAssets,
  }
  const { coefficients, distressBelow, safeAbove } = ALTMAN_COEFFICIENTS[variant]
  const parts = coefficients.flatMap((coefficient, index) => {
    const ratio = ALTMAN_RATIOS[index]
    return ratio ? [{ ratio, value: ratios[ratio], coefficient, points: coefficient * ratios[ratio] }] : []
  })
  const z = parts.reduce((sum, part) => sum + part.points, 0)
  if (!Number.isFinite(z)) return { kind: 'undefined', reason: 'out-of-range' }
  const zone = z < distressBelow ? 'distress' : z > safeAbove ? 'safe' : 'grey'
  return { kind: 'scored', z, zone, parts }
}
