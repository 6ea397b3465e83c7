import { useCall } from '../../../api/use-call.ts'
import type { CreditPlace } from './credit-place.ts'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'

/** The drawer beside the sheet; nothing while no indicator is open. */
export function CreditDrawer({
  accountId,
  place,
  onClose,
}: {
  accountId: string
  place: CreditPlace
  onClose: () => void
}) {
  const { data: sheet } = useCall(
    'credit.sheet',
    { accountId, ...(place.quarter ? { quarter: place.quarter } : {}) },
    { enabled: place.indicator !== undefined },
  )
  if (!sheet || !place.indicator) return null
  return <IndicatorDrawer accountId={accountId} sheet={sheet} indicator={place.indicator} onClose={onClose} />
}
