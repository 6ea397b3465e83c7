import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProspectRow } from '#shared/contract/opportunity.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Opportunities.module.css'

/** Parties that never traded: key or general opportunity, and what their open opportunities suggest. */
export function ProspectsPanel() {
  const { t } = useTranslation('opportunity')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { data, error } = useCall('opportunity.listProspects', {})
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  if (data.rows.length === 0) return <p className="ms-dimmed">{t('prospects.none')}</p>
  const keyCount = data.rows.filter(({ opportunityClass }) => opportunityClass === 'key-opportunity').length
  return (
    <Panel
      title={t('prospects.title', { count: data.rows.length, key: format.number(keyCount) })}
      note={t('prospects.note')}
      padding="none"
    >
      <div className={styles.table}>
        <SimpleTable
          label={t('part.prospects')}
          columns={[
            { key: 'name', label: t('field.account') },
            { key: 'class', label: t('prospects.class') },
            { key: 'score', label: t('prospects.score'), align: 'end' },
            { key: 'influence', label: t('prospects.influence'), align: 'end' },
            { key: 'potential', label: t('prospects.potential'), align: 'end' },
            { key: 'open', label: t('prospects.open'), align: 'end' },
            { key: 'weighted', label: t('field.weighted'), align: 'end' },
          ]}
          rows={data.rows.map((row) => ({
            key: row.accountId,
            cells: [
              <Link
                key="name"
                to="/accounts/$accountId"
                params={{ accountId: row.accountId }}
                search={{ tab: 'share' }}
              >
                {row.name}
              </Link>,
              <span key="class" className={styles.name}>
                <ClassLetter valueClass={row.opportunityClass} />
                {row.opportunityClass && tCommon(`valueClass.${row.opportunityClass}`)}
              </span>,
              format.number(row.scorePercent, 1),
              format.number(row.industryInfluence?.level ?? null),
              <PotentialCell key="potential" row={row} />,
              row.openCount === 0 ? (
                <span key="open" className="ms-dimmed">
                  {tCommon('none')}
                </span>
              ) : (
                <span key="open" title={format.moneyFull(row.openValue)}>
                  {t('prospects.openValue', { count: row.openCount, value: format.money(row.openValue) })}
                </span>
              ),
              row.openCount === 0 ? '' : format.money(row.weighted),
            ],
          }))}
        />
      </div>
    </Panel>
  )
}

/** The judged level; where there is none, the proposal and the act that makes it a judgement. */
function PotentialCell({ row }: { row: ProspectRow }) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const tell = useUndoToast()
  const { mutate } = useCommand('account.revise')
  const { data: preferences } = useCall('preferences.get', {})
  const level = row.proposedDealPotential
  if (level === null) return row.dealPotential ? format.number(row.dealPotential.level) : <Missing />
  const evidence = t('prospects.evidence', { count: row.openCount, value: format.moneyFull(row.openValue) })
  const adopt = () =>
    mutate(
      {
        ids: [row.accountId],
        changes: {
          dealPotential: { level, evidence, author: preferences?.author ?? '', expiresOn: null },
        },
      },
      { onSuccess: () => tell(t('prospects.adopted', { name: row.name, level })) },
    )
  return (
    <span className={styles.proposal}>
      <span className="ms-dimmed">{t('prospects.proposal', { level })}</span>
      <Button aria-label={t('prospects.adoptFor', { name: row.name, level })} onClick={adopt}>
        {t('prospects.adopt')}
      </Button>
    </span>
  )
}
