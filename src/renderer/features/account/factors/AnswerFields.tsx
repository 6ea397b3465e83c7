import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurchaseFactor } from '#shared/contract/factor.ts'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { useFormat } from '../../../components/format.tsx'
import styles from './Factors.module.css'
import { type AnswersDraft, pointsLeft, type TaskDraft } from './judgement-draft.ts'

export interface AnswerFieldsProps {
  factors: readonly PurchaseFactor[]
  draft: AnswersDraft
  onChange: (draft: AnswersDraft) => void
}

function PointsFields({ factors, draft, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('factor')
  const { nameOf } = useFactorTexts()
  const format = useFormat()
  const left = pointsLeft(draft)
  return (
    <div className={styles.answers}>
      {factors.map((factor) => (
        <div key={factor.id} className={styles.points}>
          <span>{nameOf(factor)}</span>
          <NumberInput
            aria-label={t('dialog.pointsOf', { factor: nameOf(factor) })}
            value={draft.points[factor.id] ?? ''}
            min={0}
            max={100}
            step={5}
            decimalScale={1}
            clampBehavior="strict"
            w={104}
            onChange={(value) =>
              onChange({ ...draft, points: { ...draft.points, [factor.id]: Number(value) || 0 } })
            }
          />
        </div>
      ))}
      <p className={styles.left} data-full={left === 0 || undefined} aria-live="polite">
        {left === 0
          ? t('dialog.full')
          : t(left > 0 ? 'dialog.left' : 'dialog.over', { points: format.number(Math.abs(left)) })}
      </p>
    </div>
  )
}

function PairFields({ factors, draft, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('factor')
  const { nameById } = useFactorTexts()
  const answer = (place: number, step: number) =>
    onChange({
      ...draft,
      pairs: draft.pairs.map((pair, index) => (index === place ? { ...pair, step } : pair)),
    })
  return (
    <div className={styles.answers}>
      {draft.pairs.map(({ first, second, step }, place) => {
        const [one, other] = [nameById(factors, first), nameById(factors, second)]
        const words =
          step === null
            ? '—'
            : step === 0
              ? t('dialog.equal')
              : t('dialog.times', { factor: step < 0 ? one : other, times: Math.abs(step) + 1 })
        return (
          <div key={`${first} ${second}`} className={styles.pair}>
            <span data-chosen={(step ?? 0) < 0 || undefined}>{one}</span>
            <input
              type="range"
              min={-8}
              max={8}
              step={1}
              value={step ?? 0}
              data-open={step === null || undefined}
              aria-label={t('dialog.pair', { one, other })}
              aria-valuetext={words}
              className={styles.range}
              onChange={(event) => answer(place, Number(event.currentTarget.value))}
              // The middle is an answer too: it is given by a click or a press of Enter or Space.
              onClick={(event) => answer(place, Number(event.currentTarget.value))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                answer(place, step ?? 0)
              }}
            />
            <span data-chosen={(step ?? 0) > 0 || undefined}>{other}</span>
            <span className={styles.words}>{words}</span>
          </div>
        )
      })}
    </div>
  )
}

function TaskFields({ factors, draft, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('factor')
  const { nameById } = useFactorTexts()
  const group = useId()
  const answer = (place: number, side: 'best' | 'worst', id: string) => {
    const opposite = side === 'best' ? 'worst' : 'best'
    const changed = (task: TaskDraft): TaskDraft => {
      const next = { ...task, [side]: id }
      if (next[opposite] === id) next[opposite] = null
      // Of two, naming one names the other.
      const [rest] = task.shown.filter((one) => one !== id)
      if (task.shown.length === 2 && rest !== undefined) next[opposite] = rest
      return next
    }
    onChange({ ...draft, tasks: draft.tasks.map((task, index) => (index === place ? changed(task) : task)) })
  }
  return (
    <div className={styles.tasks}>
      {draft.tasks.map((task, place) => (
        <fieldset key={task.shown.join()} className={styles.task}>
          <legend>{t('dialog.task', { place: place + 1, count: draft.tasks.length })}</legend>
          <div className={styles.taskHead} aria-hidden>
            <span />
            <span>{t('dialog.most')}</span>
            <span>{t('dialog.least')}</span>
          </div>
          {task.shown.map((id) => {
            const factor = nameById(factors, id)
            return (
              <div key={id} className={styles.taskRow}>
                <span>{factor}</span>
                <input
                  type="radio"
                  name={`${group}-${place}-best`}
                  aria-label={t('dialog.mostOf', { factor })}
                  checked={task.best === id}
                  onChange={() => answer(place, 'best', id)}
                />
                <input
                  type="radio"
                  name={`${group}-${place}-worst`}
                  aria-label={t('dialog.leastOf', { factor })}
                  checked={task.worst === id}
                  onChange={() => answer(place, 'worst', id)}
                />
              </div>
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}

/** The questions of the method that is chosen. */
export function AnswerFields(props: AnswerFieldsProps) {
  switch (props.draft.method) {
    case 'points':
      return <PointsFields {...props} />
    case 'pairs':
      return <PairFields {...props} />
    case 'best-worst':
      return <TaskFields {...props} />
  }
}
