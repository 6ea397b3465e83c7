import { type CreditIndicatorKey, creditIndicatorKey } from '#shared/domain/credit.ts'
import { type Quarter, quarter } from '#shared/domain/quarter.ts'

/** Which sheet is open, and which of its rows. */
export interface CreditPlace {
  quarter: Quarter | undefined
  indicator: CreditIndicatorKey | undefined
}

/** Reads the address: a quarter, an indicator, or both with a dot between. */
export function readPlace(detail: string | undefined): CreditPlace {
  const parts = detail?.split('.') ?? []
  const place: CreditPlace = { quarter: undefined, indicator: undefined }
  for (const part of parts) {
    const asQuarter = quarter.safeParse(part)
    const asIndicator = creditIndicatorKey.safeParse(part)
    if (asQuarter.success) place.quarter = asQuarter.data
    if (asIndicator.success) place.indicator = asIndicator.data
  }
  return place
}

export function writePlace({ quarter: of, indicator }: CreditPlace): string | undefined {
  const parts = [of, indicator].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('.')
}
