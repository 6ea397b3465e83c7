import { SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { JudgementFields, JudgementRow } from '#shared/contract/factor.ts'
import { type PurchaseScenario, purchaseScenario } from '#shared/domain/purchase-factor.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import styles from './Factors.module.css'
import { JudgementDialog } from './JudgementDialog.tsx'
import { JudgementsPanel } from './JudgementsPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { useJudgementEdits } from './use-judgement-edits.ts'

/** What decides this customer's purchases, by whom that is said, and what to talk about. */
export function FactorsTab({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('factor')
  const accountId = detail.row.id
  const { adviceOf } = useFactorTexts()
  const { data, error } = useCall('factor.account', { accountId }, { keepPrevious: true })
  const { data: workspace } = useCall('workspace.current', {})
  const { data: people } = useCall('person.list', { companyId: accountId })
  const nameOf = useCallback(
    (judge: JudgementFields['judge']) =>
      judge.kind === 'name'
        ? judge.name
        : (people?.find(({ id }) => id === judge.personId)?.fields.name ?? ''),
    [people],
  )
  const edits = useJudgementEdits(accountId, nameOf)
  const [chosen, setChosen] = useState<PurchaseScenario | null>(null)
  /** 'new' records, a row is revised. */
  const [dialog, setDialog] = useState<'new' | JudgementRow | null>(null)
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const { factors, scenarios, isSeedPrior } = data
  const [most] = [...scenarios].sort((one, other) => other.judgements.length - one.judgements.length)
  const result = scenarios.find(({ scenario }) => scenario === chosen) ?? most
  if (!result) return null
  const [headline, ...further] = result.advice
  const row = dialog === 'new' || dialog === null ? undefined : dialog
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <div className={styles.advice}>
          {headline && <h2 className={styles.sentence}>{adviceOf(headline, result, factors)}</h2>}
          {further.length > 0 && (
            <p className="ms-dimmed">
              {further.map((advice) => adviceOf(advice, result, factors)).join(' · ')}
            </p>
          )}
        </div>
        <SegmentedControl
          aria-label={t('scenario.label')}
          value={result.scenario}
          data={scenarios.map(({ scenario, judgements }) => ({
            value: scenario,
            label: t('scenario.count', { scenario: t(`scenario.${scenario}`), count: judgements.length }),
          }))}
          onChange={(value) => setChosen(purchaseScenario.parse(value))}
        />
      </div>
      <RankingPanel result={result} factors={factors} isSeedPrior={isSeedPrior} />
      <JudgementsPanel
        result={result}
        factors={factors}
        isReadOnly={workspace?.isReadOnly ?? false}
        onAdd={() => setDialog('new')}
        onEdit={setDialog}
        onRemove={edits.remove}
      />
      <p>
        <Link to="/analysis" search={{ tab: 'factors' }}>
          {t('judgements.portfolio')}
        </Link>
      </p>
      {dialog !== null && (
        <JudgementDialog
          accountId={accountId}
          scenario={result.scenario}
          factors={factors}
          row={row}
          onSave={(fields) => (row ? edits.revise(row, fields) : edits.record(result.scenario, fields))}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
