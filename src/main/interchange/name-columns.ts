import { cleanText } from './clean-text.ts'

/**
 * Names for the columns of a header row, one each and all different: an empty cell becomes `Column 7`, a repeated name
 * `Name (2)`. Names such as `__proto__` are names like any other.
 */
export function nameColumns(cells: readonly string[]): string[] {
  const given = cells.map((cell) => cleanText(cell))
  const taken = new Set<string>()
  const reserved = new Set(given)
  return given.map((name, at) => {
    const wanted = name === '' ? `Column ${at + 1}` : name
    let unique = wanted
    const isFree = (): boolean => !taken.has(unique) && (unique === name || !reserved.has(unique))
    for (let count = 2; !isFree(); count += 1) unique = `${wanted} (${count})`
    taken.add(unique)
    return unique
  })
}
