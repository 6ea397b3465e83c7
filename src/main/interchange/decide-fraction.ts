import { parseNumber } from './parse-number.ts'

/** Gathers evidence on whether a column of percents is written as fractions of one. */
export interface FractionTally {
  add: (cell: string) => void
  isFraction: () => boolean
}

/** Percents never above one, some of them between nought and one and none with a percent sign, are fractions. */
export function createFractionTally(): FractionTally {
  let highest = 0
  let hasFraction = false
  let hasPercentSign = false
  return {
    add(cell) {
      const point = parseNumber(cell, '.')
      const number = point.ok ? point : parseNumber(cell, ',')
      if (!number.ok) return
      if (number.isPercent) hasPercentSign = true
      highest = Math.max(highest, number.tenThousandths)
      if (number.tenThousandths > 0 && number.tenThousandths < 10_000) hasFraction = true
    },
    isFraction: () => hasFraction && !hasPercentSign && highest <= 10_000,
  }
}
