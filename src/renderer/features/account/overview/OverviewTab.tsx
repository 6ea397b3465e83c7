import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import type { CallFailure } from '../../../api/call-failure.ts'
import { useCall } from '../../../api/use-call.ts'
import styles from '../Account.module.css'
import { ClassPanel } from './ClassPanel.tsx'
import { DataPanel } from './DataPanel.tsx'
import { RhythmPanel } from './RhythmPanel.tsx'
import { SalesPanel } from './SalesPanel.tsx'
import { WhoPanel } from './WhoPanel.tsx'

/** Who, how much, how often, which class and what is missing, on one screen. */
export function OverviewTab({
  detail,
  explanation,
  failure,
}: {
  detail: AccountDetail
  explanation: AccountExplanation | undefined
  failure: CallFailure | null
}) {
  const { data: history } = useCall('account.history', { id: detail.row.id }, { keepPrevious: true })
  return (
    <div className={styles.board}>
      <WhoPanel detail={detail} />
      <SalesPanel detail={detail} history={history} />
      <RhythmPanel detail={detail} months={history?.months ?? []} />
      <ClassPanel detail={detail} explanation={explanation} failure={failure} />
      <DataPanel detail={detail} />
    </div>
  )
}
