import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { CloseDialog, type Closing } from '../../../components/opportunity/CloseDialog.tsx'
import { ClosedTable } from '../../../components/opportunity/ClosedTable.tsx'
import { NewOpportunity } from '../../../components/opportunity/NewOpportunity.tsx'
import { OpportunityTable } from '../../../components/opportunity/OpportunityTable.tsx'
import { useOpportunityEdits } from '../../../components/opportunity/use-opportunity-edits.ts'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Share.module.css'

const MOST_ROWS = 200

/** Opportunities of this account: open ones to work on, closed ones with their reasons. */
export function AccountOpportunities({ accountId }: { accountId: string }) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const edits = useOpportunityEdits()
  const [closing, setClosing] = useState<Closing | null>(null)
  const { data, error } = useCall(
    'opportunity.list',
    {
      filter: { accountId },
      sort: { field: 'expectedCloseOn', isDescending: false },
      offset: 0,
      limit: MOST_ROWS,
    },
    { keepPrevious: true },
  )
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const open = data.rows.filter(({ outcome }) => outcome === null)
  const closed = data.rows.filter(({ outcome }) => outcome !== null)
  const value = data.stages.reduce((sum, stage) => sum + stage.value, 0)
  const weighted = data.stages.reduce((sum, stage) => sum + stage.weighted, 0)
  return (
    <Panel
      className={styles.opportunities}
      question={t('account.question')}
      title={
        open.length === 0
          ? t('account.none')
          : t('list.sentence', {
              count: open.length,
              value: format.money(value),
              weighted: format.money(weighted),
            })
      }
      padding="none"
    >
      <div className={styles.newOpportunity}>
        <NewOpportunity accountId={accountId} edits={edits} />
      </div>
      {open.length > 0 && (
        <OpportunityTable
          label={t('part.open')}
          rows={open}
          edits={edits}
          onClose={(row, result) => setClosing({ row, result })}
        />
      )}
      {closed.length > 0 && <ClosedTable label={t('part.closed')} rows={closed} edits={edits} />}
      {closing && <CloseDialog closing={closing} edits={edits} onClose={() => setClosing(null)} />}
    </Panel>
  )
}
