/** Longest part of a larger string that the engine copies instead of pointing into the whole. */
const COPIED_LENGTH = 12

/**
 * Hands out one lasting copy of each text. Cells point into the block they were read from; kept as they are, a few
 * thousand names would hold the whole file in memory.
 */
export function createTextStore(limit: number): (text: string) => string {
  const texts = new Map<string, string>()
  return (text) => {
    if (text.length <= COPIED_LENGTH) return text
    const known = texts.get(text)
    if (known !== undefined) return known
    if (texts.size >= limit) texts.clear()
    const copy = Buffer.from(text, 'utf16le').toString('utf16le')
    texts.set(copy, copy)
    return copy
  }
}
