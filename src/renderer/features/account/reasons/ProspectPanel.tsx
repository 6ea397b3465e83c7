import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'

const JUDGED = ['industryInfluence', 'dealPotential'] as const

/** A company that never bought: half its influence in the industry, half the deal it promises. */
export function ProspectPanel({
  detail,
  explanation,
  model,
}: {
  detail: AccountDetail
  explanation: AccountExplanation
  model: ScoringModel | null
}) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { scorePercent, computedValueClass: valueClass } = explanation
  const name = valueClass ? tCommon(`valueClass.${valueClass}`) : tCommon('notClassified')
  return (
    <Panel
      title={
        scorePercent === null
          ? t('prospect.titleUnknown', { class: name })
          : t('prospect.title', { class: name, score: format.decimal(scorePercent, 1) })
      }
      note={
        model
          ? t('prospect.note', { threshold: format.number(model.thresholds.keyOpportunityScore) })
          : undefined
      }
      actions={
        <Link
          to="/accounts/$accountId"
          params={{ accountId: detail.row.id }}
          search={{ tab: 'data', detail: 'dealPotential' }}
        >
          {t('prospect.judge')}
        </Link>
      }
      padding="none"
    >
      <SimpleTable
        label={t('points.label')}
        columns={[
          { key: 'judgement', label: t('points.criterion') },
          { key: 'level', label: t('judgement.level'), align: 'end' },
          { key: 'weight', label: t('points.weight'), align: 'end' },
          { key: 'evidence', label: t('judgement.evidence') },
        ]}
        rows={JUDGED.map((key) => {
          const judged = detail.judgements[key]
          return {
            key,
            cells: [
              t(`judgement.${key}`),
              judged ? t('level', { level: judged.level }) : <Missing key="level" />,
              '50',
              judged ? judged.evidence : <Missing key="evidence" />,
            ],
          }
        })}
      />
    </Panel>
  )
}
