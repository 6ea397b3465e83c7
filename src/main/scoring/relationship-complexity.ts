/** Counts of what is active between us and a customer; 0 counts as 1. */
export interface RelationshipCounts {
  segments: number
  products: number
  channels: number
  enterprises: number
}

export interface RelationshipComplexity {
  /** Segments × products × channels × enterprises: the cells a full service would have to cover. */
  cells: number
  /** log₂ of it: each doubling of one factor adds 1. */
  log2: number
  /** Served cells ÷ all cells, 0 to 1; null where it is not known what is served. */
  coverage: number | null
}

/**
 * How many-sided a relationship is, R = segments × products × channels × enterprises.
 * Source: the firm's seed formula (no primary publication found). Example 3 × 4 × 2 × 5 = 120, log₂ 6.91.
 * @param servedCells combinations that are in fact served; more than there are cells count as all of them
 */
export function relationshipComplexity(
  counts: RelationshipCounts,
  servedCells: number | null,
): RelationshipComplexity {
  const { segments, products, channels, enterprises } = counts
  const cells = [segments, products, channels, enterprises]
    .map((count) => Math.max(1, Math.floor(count) || 1))
    .reduce((product, count) => product * count, 1)
  return {
    cells,
    log2: Math.log2(cells),
    coverage: servedCells === null ? null : Math.min(1, Math.max(0, servedCells) / cells),
  }
}
