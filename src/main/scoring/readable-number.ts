/** Rounds to so many significant digits: 1 661 with two digits is 1 700. */
export function roundSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** Rounds to a multiple of the step, free of binary residue such as 0.30000000000000004. */
export function roundToStep(value: number, step: number): number {
  return cleared(Math.round(value / step) * step)
}

/** Rounds to so many decimals, so that sums of weights do not miss a threshold by binary residue. */
export function roundToDecimals(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return withoutNegativeZero(Math.round(value * scale) / scale)
}

/**
 * Makes a non-descending list strictly ascending by moving values up, or down from the end.
 * @param gap least distance between neighbours, above 0
 * @param fixed the end that keeps its value
 */
export function spreadApart(values: readonly number[], gap: number, fixed: 'first' | 'last'): number[] {
  const spread = [...values]
  if (fixed === 'first') {
    for (let i = 1; i < spread.length; i++) {
      spread[i] = Math.max(spread[i] ?? 0, cleared((spread[i - 1] ?? 0) + gap))
    }
  } else {
    for (let i = spread.length - 2; i >= 0; i--) {
      spread[i] = Math.min(spread[i] ?? 0, cleared((spread[i + 1] ?? 0) - gap))
    }
  }
  return spread
}

export function isStrictlyAscending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? Number.NEGATIVE_INFINITY))
}

/** Formatters would show a negative zero with its sign. */
export function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value
}

function cleared(value: number): number {
  return Number(value.toPrecision(12))
}
