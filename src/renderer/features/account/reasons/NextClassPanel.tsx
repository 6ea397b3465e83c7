import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Tag } from '../../../components/Tag.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { useWriteInput } from '../use-write-input.ts'
import { waysUp } from './explained.ts'
import styles from './Reasons.module.css'

/** The score on its scale from 0 to 100 with the lines of the classes. */
function Scale({
  score,
  range,
  thresholds,
}: {
  score: number
  /** Where the score may lie with the unknown criteria at nothing and at full marks. */
  range: { minimum: number; maximum: number } | null
  thresholds: readonly { name: string; value: number }[]
}) {
  const format = useFormat()
  const lowest = Math.min(score, range?.minimum ?? score, ...thresholds.map(({ value }) => value))
  const from = Math.max(0, Math.floor((lowest - 10) / 10) * 10)
  const at = (value: number) => `${Math.max(0, Math.min(100, (100 * (value - from)) / (100 - from)))}%`
  return (
    <div className={styles.scale} aria-hidden>
      <div className={styles.scaleTrack} />
      <div className={styles.scaleBar} style={{ width: at(score) }} />
      {range && (
        <div
          className={styles.scaleRange}
          style={{
            insetInlineStart: at(range.minimum),
            width: `calc(${at(range.maximum)} - ${at(range.minimum)})`,
          }}
        />
      )}
      {thresholds.map(({ name, value }) => (
        <div key={name}>
          <div className={styles.mark} style={{ insetInlineStart: at(value) }} />
          <div className={styles.markName} style={{ insetInlineStart: at(value) }}>
            {name} {format.number(value)}
          </div>
        </div>
      ))}
      <div
        className={styles.scaleValue}
        style={{ insetInlineStart: `clamp(20px, ${at(score)}, calc(100% - 20px))` }}
      >
        {format.decimal(score, 2)}
      </div>
    </div>
  )
}

/** How far the next class is, and which single improvement would reach it. */
export function NextClassPanel({
  explanation,
  model,
}: {
  explanation: AccountExplanation
  model: ScoringModel | null
}) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const writeInput = useWriteInput()
  const { next, scorePercent, scoreRange, isProvisional, items, decidedBy } = explanation
  const ways = waysUp(items)
  const enough = ways.find(({ needed }) => needed !== null)
  const nextName = next ? tCommon(`valueClass.${next.valueClass}`) : ''
  const title = !next
    ? t(decidedBy === 'problem-rule' ? 'next.titleProblem' : 'next.titleTop')
    : next.missingPoints === 0
      ? t('next.titleReached', { class: nextName })
      : enough
        ? t('next.titleWay', {
            class: nextName,
            points: format.decimal(next.missingPoints, 2),
            criterion: nameOf(enough.criterion),
          })
        : t('next.titleFar', { class: nextName, points: format.decimal(next.missingPoints, 2) })
  const thresholds = model
    ? [
        { name: tCommon('valueClass.gold'), value: model.thresholds.goldScore },
        { name: tCommon('valueClass.diamond'), value: model.thresholds.diamondScore },
      ]
    : []
  return (
    <Panel title={title} note={next && next.missingPoints > 0 ? t('next.note') : undefined}>
      {scorePercent !== null && (
        <Scale score={scorePercent} range={isProvisional ? scoreRange : null} thresholds={thresholds} />
      )}
      {scorePercent !== null && isProvisional && scoreRange && (
        <p className={`${styles.rangeNote} ms-dimmed`}>
          {t('next.range', {
            minimum: format.decimal(scoreRange.minimum, 1),
            maximum: format.decimal(scoreRange.maximum, 1),
          })}
        </p>
      )}
      {next && next.missingPoints > 0 ? (
        ways.map(({ criterion, input, needed, pointsAvailable }) => (
          <div key={criterion} className={styles.way}>
            <span className={needed === null ? undefined : styles.strong}>{nameOf(criterion)}</span>
            <span className={needed === null ? 'ms-dimmed' : undefined}>
              {needed === null
                ? t('next.onlyAdds', { points: format.decimal(pointsAvailable, 2) })
                : t('next.fromTo', { from: writeInput(criterion, input), to: writeInput(criterion, needed) })}
            </span>
            {needed === null ? (
              <span className="ms-dimmed">{t('next.notEnough')}</span>
            ) : (
              <Tag tone="accent">{t('next.enough')}</Tag>
            )}
          </div>
        ))
      ) : (
        <p className="ms-dimmed">
          {t(next ? 'next.needsSalesA' : decidedBy === 'problem-rule' ? 'next.clearRules' : 'next.top')}
        </p>
      )}
    </Panel>
  )
}
