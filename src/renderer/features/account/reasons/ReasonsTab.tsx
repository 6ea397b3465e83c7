import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { joinSentences } from '../../../components/join-sentences.ts'
import { LifetimePanel } from '../../../components/lifetime/LifetimePanel.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { ChangePanel } from './ChangePanel.tsx'
import { ContributionsPanel } from './ContributionsPanel.tsx'
import { LadderPanel } from './LadderPanel.tsx'
import { NextClassPanel } from './NextClassPanel.tsx'
import { OverrideNotice, OverrideTools } from './OverrideTools.tsx'
import { PointsPanel } from './PointsPanel.tsx'
import { ProspectPanel } from './ProspectPanel.tsx'
import styles from './Reasons.module.css'
import { StabilityPanel } from './StabilityPanel.tsx'
import { useClassSentence } from './use-class-sentence.ts'

function Remarks({ explanation }: { explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { scoreRange, classRange, isProvisional, decidedBy, problemRules, isNew } = explanation
  if (decidedBy === 'problem-rule') {
    return (
      <div className={styles.note}>
        <Notice tone="amber" icon={IconAlertTriangle} title={t('reasons.problemTitle')}>
          {problemRules.map((rule) => t(`problemRule.${rule}` as 'problemRule.litigation')).join(t('comma'))}
        </Notice>
      </div>
    )
  }
  const hasRange = scoreRange !== null && scoreRange.maximum - scoreRange.minimum >= 0.05
  if (!isProvisional && !isNew && !hasRange) return null
  const parts = [
    hasRange
      ? t('reasons.range', {
          minimum: format.number(scoreRange.minimum, 1),
          maximum: format.number(scoreRange.maximum, 1),
        })
      : null,
    classRange && classRange.lowest !== classRange.highest
      ? t('reasons.classRange', {
          lowest: tCommon(`valueClass.${classRange.lowest}`),
          highest: tCommon(`valueClass.${classRange.highest}`),
        })
      : null,
    isNew ? t('reasons.isNew') : null,
  ].filter((part) => part !== null)
  return (
    <div className={styles.note}>
      <Notice tone="plain" title={t(isProvisional ? 'reasons.provisional' : 'reasons.firm')}>
        {joinSentences(format.language, parts)}
      </Notice>
    </div>
  )
}

export interface ReasonsTabProps {
  detail: AccountDetail
  explanation: AccountExplanation
  opened: CriterionKey | null
  onOpen: (criterion: CriterionKey) => void
}

/** Why this class, how firmly, and what would change it: every point down to its rows. */
export function ReasonsTab({ detail, explanation, opened, onOpen }: ReasonsTabProps) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const sentence = useClassSentence(detail, explanation)
  const { data: current } = useCall('model.current', {})
  const model = current?.model ?? null
  const isProspect = explanation.items.length === 0
  const known = explanation.items.filter(({ points }) => points !== null).length
  return (
    <>
      <div className={styles.top}>
        <div>
          <h3 className={styles.sentence}>{sentence}</h3>
          <div className="ms-dimmed">
            {[
              t('reasons.subline', {
                version: explanation.modelVersion,
                name: explanation.modelName,
                day: format.day(explanation.asOf),
              }),
              isProspect ? null : t('reasons.known', { known, count: explanation.items.length }),
              explanation.waterfall && explanation.previousValueClass
                ? t('reasons.before', {
                    score: format.decimal(explanation.waterfall.before, 1),
                    class: tCommon(`valueClass.${explanation.previousValueClass}`),
                  })
                : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </div>
        </div>
        <OverrideTools detail={detail} explanation={explanation} />
      </div>
      <OverrideNotice detail={detail} explanation={explanation} />
      <Remarks explanation={explanation} />
      <div className={styles.room}>
        <div className={styles.board}>
          {isProspect ? (
            <ProspectPanel detail={detail} explanation={explanation} model={model} />
          ) : (
            <>
              <PointsPanel explanation={explanation} opened={opened} onOpen={onOpen} />
              <NextClassPanel explanation={explanation} model={model} />
              <ChangePanel explanation={explanation} />
              <StabilityPanel explanation={explanation} />
              <ContributionsPanel id={detail.row.id} explanation={explanation} />
            </>
          )}
          <LadderPanel id={detail.row.id} />
          <LifetimePanel key={detail.row.id} accountId={detail.row.id} className={styles.full} />
        </div>
      </div>
    </>
  )
}
