const WRITTEN = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*[%级級年天次倍×]?$/

/** Largest figure a sheet takes. */
const MOST = 1_000_000_000

/** A figure as people type it: 12, −3.5, 1,200, 98.5 %, 4 级. Null for what is no number. */
export function parseFigure(text: string): number | null {
  const match = WRITTEN.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  const value = Number(`${whole.replaceAll(',', '')}${fraction}`)
  if (value > MOST) return null
  return sign === '' || value === 0 ? value : -value
}
