const { compare } = new Intl.Collator('zh-CN')

/**
 * Orders accounts by a figure, or by name without one. An unknown figure comes last in either direction; accounts that
 * are equal keep the order they come in.
 */
export function orderOfAccounts<Row extends { name: string }>(
  figureOf: ((row: Row) => number | null) | null,
  descending: boolean,
): (one: Row, other: Row) => number {
  const sign = descending ? -1 : 1
  if (figureOf === null) return (one, other) => sign * compare(one.name, other.name)
  return (one, other) => {
    const [a, b] = [figureOf(one), figureOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (a - b)
  }
}
