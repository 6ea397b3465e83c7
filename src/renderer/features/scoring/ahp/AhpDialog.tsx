import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFormat } from '../../../components/format.tsx'
import { JudgedWeights } from '../../../components/JudgedWeights.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Ahp.module.css'
import { PairRow } from './PairRow.tsx'
import { judge, type Matrix, pairsOf, startMatrix } from './pairs.ts'

export interface AhpDialogProps {
  edits: ModelDraftEdits
  onClose: () => void
}

/** Weights from comparisons of the draft's criteria in pairs, with how far the comparisons agree. */
export function AhpDialog({ edits, onClose }: AhpDialogProps) {
  const { t } = useTranslation('model')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const { model, revise } = edits
  const [keys] = useState(() => model.criteria.map(({ key }) => key))
  const [matrix, setMatrix] = useState<Matrix>(() => startMatrix(keys, model.weighting))
  const [reason, setReason] = useState(model.weighting.method === 'ahp' ? (model.weighting.reason ?? '') : '')
  const pairs = pairsOf(keys.length)
  const done = pairs.filter(({ row, column }) => matrix[row]?.[column] != null).length
  const isConnected = isEveryCriterionCompared(matrix)
  const { data } = useCall(
    'model.weighByComparison',
    { matrix },
    { enabled: isConnected, keepPrevious: true },
  )
  const result = isConnected ? data : undefined
  const isRefused = !result || (!result.isConsistent && reason.trim() === '')
  const names = keys.map(nameOf)
  const take = () => {
    if (!result || isRefused) return
    revise({
      criteria: model.criteria.map((criterion) => ({
        ...criterion,
        weight: result.weights[keys.indexOf(criterion.key)] ?? criterion.weight,
      })),
      weighting: {
        method: 'ahp',
        keys,
        matrix,
        consistencyRatio: result.consistencyRatio,
        reason: result.isConsistent ? null : reason.trim(),
      },
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={980}
      title={t('ahp.title')}
      footer={
        <>
          <Button size="sm" onClick={() => setMatrix(startMatrix(keys, { method: 'points' }))}>
            {t('ahp.clear')}
          </Button>
          <DialogActs act={t('ahp.take')} onCancel={onClose} onAct={take} isRefused={isRefused} />
        </>
      }
    >
      <p className={styles.intro}>{t('ahp.intro')}</p>
      <div className={styles.board}>
        <div className={styles.pairs}>
          {pairs.map((pair) => (
            <PairRow
              key={`${pair.row} ${pair.column}`}
              one={names[pair.row] ?? ''}
              other={names[pair.column] ?? ''}
              cell={matrix[pair.row]?.[pair.column] ?? null}
              onJudge={(step) => setMatrix((present) => judge(present, pair, step))}
            />
          ))}
        </div>
        <section className={styles.result} aria-labelledby="ahp-weights">
          <h3 id="ahp-weights" className={styles.resultTitle}>
            {t('ahp.weights')}
          </h3>
          <div className="ms-dimmed">{t('ahp.done', { done, count: pairs.length })}</div>
          {result ? (
            <JudgedWeights
              weights={keys.map((key, index) => ({
                key,
                name: names[index] ?? '',
                text: format.decimal(result.weights[index] ?? 0, 1),
                percent: result.weights[index] ?? 0,
              }))}
              verdict={
                result.consistencyRatio === null
                  ? { tone: 'plain', text: t('ahp.noRatio') }
                  : {
                      tone: result.isConsistent ? 'accent' : 'amber',
                      title: t('ahp.ratio', { ratio: result.consistencyRatio.toFixed(3) }),
                      text: t(result.isConsistent ? 'ahp.consistent' : 'ahp.inconsistent'),
                    }
              }
              reason={
                result.isConsistent
                  ? undefined
                  : { label: t('ahp.reason'), value: reason, maxLength: 1000, onChange: setReason }
              }
            />
          ) : (
            <p className={styles.intro}>{t('ahp.incomplete')}</p>
          )}
        </section>
      </div>
    </Dialog>
  )
}

/** Whether the comparisons connect every criterion with every other, directly or through others. */
function isEveryCriterionCompared(matrix: Matrix): boolean {
  const reached = new Set([0])
  for (const row of reached) {
    matrix[row]?.forEach((cell, column) => {
      if (cell !== null) reached.add(column)
    })
  }
  return matrix.length > 0 && reached.size === matrix.length
}
