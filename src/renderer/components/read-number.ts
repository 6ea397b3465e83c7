const WRITTEN = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/
const LARGEST = 1e12

/** A plain number as people type it, with or without thousands; undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim()
  if (plain === '' || !/\d/.test(plain) || !WRITTEN.test(plain)) return undefined
  const number = Number(plain.replaceAll(',', '').replace('−', '-'))
  return Number.isFinite(number) && Math.abs(number) <= LARGEST ? number : undefined
}
