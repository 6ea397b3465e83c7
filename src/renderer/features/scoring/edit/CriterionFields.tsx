import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ModelProblem } from '#shared/contract/model.ts'
import { type Criterion, isFieldCriterion } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { AnchorScale } from '../AnchorScale.tsx'
import { ANCHOR_POINTS } from '../anchor-scale.ts'
import { useCriterionFormat } from '../use-criterion-format.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Edit.module.css'
import { EditNumber } from './EditNumber.tsx'
import { histogramOf, removeCriterion, reviseCriterion } from './edit-model.ts'
import { ProblemNotices } from './ProblemNotices.tsx'

const MEDIAN = 2

export interface CriterionFieldsProps {
  criterion: Criterion
  edits: ModelDraftEdits
  problems: readonly ModelProblem[]
}

/** One criterion of the draft: its six anchors below the accounts' distribution, its weight, and the way out. */
export function CriterionFields({ criterion, edits, problems }: CriterionFieldsProps) {
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const { nameOf, unitOf } = useCriteria()
  const format = useFormat()
  const write = useCriterionFormat()
  const { key, weight, anchors } = criterion
  const { model, revise } = edits
  const { data } = useCall(
    'model.describeCriterion',
    { key, windowMonths: model.windowMonths },
    { keepPrevious: true },
  )
  const name = nameOf(key)
  const { unit, label: unitLabel } = unitOf(key)
  const median = data?.percentiles?.[MEDIAN]
  const isProposed = data?.proposedAnchors.every((anchor, index) => anchor === anchors[index]) ?? true
  const isWrong = problems.some((problem) => problem.code === 'model-anchors' && problem.criterion === key)
  return (
    <li className={styles.criterion}>
      <div className={styles.name}>
        <b>{name}</b>
        <span className="ms-dimmed">
          {isFieldCriterion(key)
            ? (unitLabel ?? tScoring('units.field'))
            : tScoring(`units.${key}`, { months: model.windowMonths })}
        </span>
        {data && (
          <>
            <span className="ms-dimmed">
              {t('criteria.known', { known: data.knownCount, count: data.accountCount })}
            </span>
            <span className="ms-dimmed">
              {t('criteria.median', { median: median === undefined ? format.missing : write(key, median) })}
            </span>
          </>
        )}
      </div>
      <AnchorScale
        criterionKey={key}
        anchors={anchors}
        histogram={histogramOf(data?.sample ?? [], anchors)}
        label={tScoring('desk.distributionOf', { name, count: data?.knownCount ?? 0 })}
        fields={ANCHOR_POINTS.map((points, index) => (
          <EditNumber
            key={points}
            label={t('criteria.anchorOf', { name, points })}
            value={anchors[index] ?? 0}
            decimals={unit === 'money' ? 2 : 3}
            {...(unit === 'percent' ? { suffix: '%' } : {})}
            isWrong={isWrong}
            onCommit={(value) => revise(reviseCriterion(model, key, { anchors: anchors.with(index, value) }))}
          />
        ))}
      />
      <div className={styles.side}>
        <EditNumber
          label={tScoring('desk.weightOf', { name })}
          value={weight}
          min={0}
          max={100}
          suffix="%"
          width={68}
          onCommit={(value) => revise(reviseCriterion(model, key, { weight: value }))}
        />
        <Tooltip label={t('criteria.remove', { name })}>
          <ActionIcon
            aria-label={t('criteria.remove', { name })}
            onClick={() => revise(removeCriterion(model, key))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Button
          className={styles.propose ?? ''}
          disabled={isProposed}
          onClick={() => data && revise(reviseCriterion(model, key, { anchors: data.proposedAnchors }))}
        >
          {t('criteria.propose')}
        </Button>
      </div>
      <div className={styles.wrong}>
        <ProblemNotices
          problems={problems}
          codes={['model-anchors', 'model-criterion-twice', 'model-field-missing']}
          criterion={key}
        />
      </div>
    </li>
  )
}
