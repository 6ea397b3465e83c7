import { Slider } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Criterion, isFieldCriterion } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../../components/format.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { AnchorScale } from '../AnchorScale.tsx'
import type { CriterionStatus } from '../class-rules.ts'
import styles from './Desk.module.css'
import { DeskNumber } from './DeskNumber.tsx'

export interface WeightRowProps {
  criterion: Criterion
  /** Weight in the model in force; null where the criterion carries none there. */
  present: number | null
  status: CriterionStatus | undefined
  windowMonths: number
  onWeigh: (weight: number) => void
}

/** One criterion of the desk: its weight with the old one marked, and the accounts behind its anchors. */
export function WeightRow({ criterion, present, status, windowMonths, onWeigh }: WeightRowProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const { nameOf, unitOf } = useCriteria()
  const format = useFormat()
  const { key, weight, anchors } = criterion
  const name = nameOf(key)
  const isChanged = present !== weight
  const label = t('desk.weightOf', { name })
  return (
    <li className={styles.criterion}>
      <div className={styles.name}>
        <b>{name}</b>
        <span className="ms-dimmed">
          {isFieldCriterion(key)
            ? (unitOf(key).label ?? t('units.field'))
            : t(`units.${key}`, { months: windowMonths })}
        </span>
      </div>
      <div className={styles.scales}>
        <Slider
          className={styles.slider ?? ''}
          value={weight}
          onChange={onWeigh}
          max={100}
          step={1}
          size={4}
          thumbSize={16}
          label={null}
          thumbLabel={label}
          {...(present === null ? {} : { marks: [{ value: present }] })}
        />
        <AnchorScale
          criterionKey={key}
          anchors={anchors}
          histogram={status?.histogram ?? []}
          label={t('desk.distributionOf', { name, count: status?.knownCount ?? 0 })}
        />
      </div>
      <div className={styles.weight}>
        {isChanged && (
          <span className={styles.before}>
            {present === null ? t('proposal.none') : format.number(present, 1)}
            <IconArrowRight size={14} stroke={1.6} aria-label={tCommon('becomes')} />
          </span>
        )}
        <DeskNumber
          className={[styles.weightInput, isChanged && styles.changedWeight].filter(Boolean).join(' ')}
          label={label}
          value={weight}
          onChange={onWeigh}
          max={100}
        />
      </div>
    </li>
  )
}
