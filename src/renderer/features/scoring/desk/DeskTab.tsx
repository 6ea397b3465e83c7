import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MODEL_PROBLEMS, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import type { CriterionStatus } from '../class-rules.ts'
import { ProblemNotices, RULE_PROBLEMS } from '../edit/ProblemNotices.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Desk.module.css'
import { FigureChanges } from './FigureChanges.tsx'
import { MovesPanel } from './MovesPanel.tsx'
import { RuleRows } from './RuleRows.tsx'
import { OTHERS, type Others, reweigh, weightSum } from './reweigh.ts'
import { WeightRow } from './WeightRow.tsx'

/** A drag asks no more often than this. */
const DRAG_MS = 40
const MOST_MOVES = 1000
/** What the thresholds' own row does not show. */
const CRITERIA_PROBLEMS = MODEL_PROBLEMS.filter((code) => !RULE_PROBLEMS.includes(code))

export interface DeskTabProps {
  present: ScoringModel
  edits: ModelDraftEdits
  criteria: readonly CriterionStatus[]
}

/** What if: weights, thresholds and single figures on the left, who moves on the right. */
export function DeskTab({ present, edits, criteria }: DeskTabProps) {
  const { t } = useTranslation('scoring')
  const format = useFormat()
  const [others, setOthers] = useState<Others>('proportional')
  const { model, changes, revise, reviseFigures, isChanged } = edits
  const [asked] = useDebouncedValue({ model, changes }, DRAG_MS)
  const preview = useCall(
    'model.preview',
    { model: asked.model, changes: [...asked.changes], limit: MOST_MOVES },
    { keepPrevious: true },
  )
  const sum = weightSum(model.criteria)
  const validation = useCall('model.validate', { model: asked.model }, { keepPrevious: true })
  const problems = validation.data?.problems ?? []

  return (
    <div className={styles.desk}>
      <section className={styles.controls} aria-labelledby="desk-weights">
        <header className={styles.controlsHead}>
          <h2 id="desk-weights" className={styles.controlsTitle}>
            {t('desk.weights')}
          </h2>
          <span>
            {t('desk.sum')} <b>{format.number(sum, 1)}</b>
          </span>
          {sum !== 100 && (
            <Button
              onClick={() => {
                const [first] = model.criteria
                if (first) {
                  const scaled = sum > 0 ? (100 * first.weight) / sum : 100 / model.criteria.length
                  revise({ criteria: reweigh(model.criteria, first.key, scaled, 'proportional') })
                }
              }}
            >
              {t('desk.scale')}
            </Button>
          )}
          <span className={styles.others}>
            <span className="ms-dimmed">{t('desk.dragOne')}</span>
            <SegmentedControl
              size="xs"
              aria-label={t('desk.others')}
              value={others}
              onChange={(value) => setOthers(OTHERS.find((one) => one === value) ?? 'proportional')}
              data={OTHERS.map((value) => ({ value, label: t(`desk.${value}`) }))}
            />
          </span>
        </header>
        <div className={styles.problems}>
          <ProblemNotices problems={problems} codes={CRITERIA_PROBLEMS} />
        </div>
        <ul className={styles.criteria} aria-label={t('criteria.label')}>
          {model.criteria.map((criterion) => (
            <WeightRow
              key={criterion.key}
              criterion={criterion}
              present={present.criteria.find(({ key }) => key === criterion.key)?.weight ?? null}
              status={criteria.find(({ key }) => key === criterion.key)}
              windowMonths={model.windowMonths}
              onWeigh={(weight) =>
                revise({
                  criteria: reweigh(model.criteria, criterion.key, weight, others),
                  weighting: { method: 'points' },
                })
              }
            />
          ))}
        </ul>
        <RuleRows model={model} problems={problems} onRevise={revise} />
        <FigureChanges model={model} changes={changes} onChange={reviseFigures} />
      </section>
      {preview.error ? (
        <ErrorNotice failure={preview.error} />
      ) : preview.data ? (
        <MovesPanel comparison={preview.data} model={model} present={present} isChanged={isChanged} />
      ) : (
        <LoadingLine />
      )}
    </div>
  )
}
