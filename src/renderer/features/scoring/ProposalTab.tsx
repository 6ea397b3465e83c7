import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { Tag } from '../../components/Tag.tsx'
import { useCriteria } from '../../components/use-criteria.ts'
import { ANCHOR_POINTS } from './anchor-scale.ts'
import {
  type CriterionDifference,
  countDifferences,
  criterionDifferences,
  isSameModel,
  thresholdDifferences,
} from './model-differences.ts'
import styles from './Scoring.module.css'
import { useCriterionFormat } from './use-criterion-format.ts'

export interface ProposalTabProps {
  present: ScoringModel
  proposed: ScoringModel
}

/** The model in force and the proposal side by side, with what differs marked. */
export function ProposalTab({ present, proposed }: ProposalTabProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const write = useCriterionFormat()
  const counts = countDifferences(present, proposed)
  const thresholds = thresholdDifferences(present, proposed)

  if (isSameModel(present, proposed)) {
    return (
      <div className={styles.reading}>
        <Notice tone="plain" role="status" title={t('proposal.same', { version: present.version })}>
          {t('proposal.sameNote')}
        </Notice>
      </div>
    )
  }

  const weight = ({ present: before, proposed: after, isWeightChanged }: CriterionDifference) => {
    if (!isWeightChanged) return format.number(before?.weight, 1)
    return (
      <span className={styles.change}>
        <span className="ms-dimmed">{before ? format.number(before.weight, 1) : t('proposal.none')}</span>
        <IconArrowRight size={14} stroke={1.6} aria-label={tCommon('becomes')} />
        <b>{after ? format.number(after.weight, 1) : t('proposal.none')}</b>
      </span>
    )
  }

  const anchor = (
    { key, present: before, proposed: after, changedAnchors }: CriterionDifference,
    at: number,
  ) => {
    const old = before?.anchors[at]
    const next = after?.anchors[at]
    if (!changedAnchors[at]) return old === undefined ? '' : write(key, old)
    return (
      <span className={styles.stacked}>
        {old !== undefined && <s className={styles.old}>{write(key, old)}</s>}
        <b className={styles.new}>{next === undefined ? t('proposal.none') : write(key, next)}</b>
      </span>
    )
  }

  const state = ({ present: before, proposed: after }: CriterionDifference) => {
    if (!before) return <Tag tone="accent">{t('proposal.begins')}</Tag>
    return after ? null : <Tag>{t('proposal.ceases')}</Tag>
  }

  return (
    <div className={styles.reading}>
      <Panel
        padding="none"
        title={t('proposal.title', {
          count: counts.weights + counts.anchors + counts.criteria + counts.thresholds,
          weights: counts.weights,
          anchors: counts.anchors,
        })}
        note={t('proposal.note', { version: present.version, next: proposed.version })}
      >
        <ScrollRegion className={styles.scroll} label={t('proposal.label')}>
          <SimpleTable
            label={t('proposal.label')}
            columns={[
              { key: 'name', label: t('criteria.name') },
              { key: 'weight', label: t('criteria.weight'), align: 'end' },
              ...ANCHOR_POINTS.map((points) => ({
                key: String(points),
                label: t('criteria.points', { points }),
                align: 'end' as const,
              })),
            ]}
            rows={criterionDifferences(present, proposed).map((difference) => ({
              key: difference.key,
              cells: [
                <span key="name" className={styles.class}>
                  {nameOf(difference.key)}
                  {state(difference)}
                </span>,
                weight(difference),
                ...ANCHOR_POINTS.map((_, at) => anchor(difference, at)),
              ],
            }))}
          />
        </ScrollRegion>
      </Panel>
      {thresholds.length > 0 && (
        <Panel padding="none" title={t('proposal.thresholds', { count: thresholds.length })}>
          <SimpleTable
            label={t('proposal.thresholds', { count: thresholds.length })}
            columns={[
              { key: 'name', label: t('proposal.threshold') },
              { key: 'present', label: t('proposal.present'), align: 'end' },
              { key: 'proposed', label: t('proposal.proposed'), align: 'end' },
            ]}
            rows={thresholds.map((difference) => ({
              key: difference.name,
              cells: [
                t(`thresholds.${difference.name}`),
                format.number(difference.present),
                <b key="proposed">{format.number(difference.proposed)}</b>,
              ],
            }))}
          />
        </Panel>
      )}
    </div>
  )
}
