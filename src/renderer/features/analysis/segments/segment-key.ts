/** A segment as the address holds it; the letter keeps one without a name apart from no choice. */
export const segmentToDetail = (segment: string | null): string => `s${segment ?? ''}`

/** Null stands for accounts without a segment; undefined where the address names none. */
export function detailToSegment(detail: string | undefined): string | null | undefined {
  if (detail === undefined || !detail.startsWith('s')) return undefined
  return detail.slice(1) || null
}
