import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ModelComparison } from '#shared/contract/model.ts'
import type { ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassStep } from '../../../components/account/ClassStep.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Tag } from '../../../components/Tag.tsx'
import styles from './Desk.module.css'
import { ScoreDistribution } from './ScoreDistribution.tsx'
import { ScoreTrack } from './ScoreTrack.tsx'
import { type Move, watchState } from './watch-state.ts'

export interface MovesPanelProps {
  comparison: ModelComparison
  model: ModelDraft
  /** The version it is measured against. */
  present: ScoringModel
  isChanged: boolean
}

/** Who would change class, at once or on watch, and what the classes would look like. */
export function MovesPanel({ comparison, model, present, isChanged }: MovesPanelProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { moves, movedCount, upCount, downCount, classes, accountCount } = comparison
  const up = moves.filter(({ isUp }) => isUp)
  const down = moves.filter(({ isUp }) => !isUp)
  const atOnce = moves.filter((move) => watchState(move, model) === 'at-once').length
  const isWhole = moves.length === movedCount
  const netSalesOf = (group: readonly Move[]) => group.reduce((sum, { netSales }) => sum + netSales, 0)
  const title = !isChanged
    ? t('desk.untouched')
    : movedCount === 0
      ? t('desk.nobody')
      : isWhole && model.hysteresis.enabled
        ? t(atOnce === 0 ? 'desk.movedAllOnWatch' : 'desk.movedOnWatch', {
            count: movedCount,
            up: upCount,
            down: downCount,
            atOnce,
          })
        : t('desk.moved', { count: movedCount, up: upCount, down: downCount })

  const group = (key: 'up' | 'down', members: readonly Move[], count: number) =>
    count > 0 && (
      <section aria-label={t(`desk.${key}`, { count })}>
        <h3 className={styles.groupHead}>
          {key === 'up' ? <IconArrowUp size={14} stroke={1.6} /> : <IconArrowDown size={14} stroke={1.6} />}
          {t(`desk.${key}`, { count })}
          <span className={styles.groupNote}>
            {t('desk.groupSales', { sales: format.money(netSalesOf(members)) })}
          </span>
        </h3>
        <ul className={styles.moves}>
          {members.map((move) => (
            <li key={move.id} className={styles.move}>
              <ClassStep from={move.from} to={move.to} />
              <span className={styles.who}>
                <AccountLink id={move.id} name={move.name} tab="reasons" />
                {model.hysteresis.enabled && (
                  <Tag tone={watchState(move, model) === 'at-once' ? 'accent' : 'plain'}>
                    {t(`desk.${watchState(move, model)}`)}
                  </Tag>
                )}
              </span>
              <ScoreTrack
                move={move}
                thresholds={[model.thresholds.goldScore, model.thresholds.diamondScore]}
              />
              <span className={styles.scores}>
                <span className="ms-dimmed">{format.decimal(move.scoreBefore, 1)}</span>{' '}
                <b>{format.decimal(move.scoreAfter, 1)}</b>
              </span>
            </li>
          ))}
        </ul>
        {members.length < count && (
          <p className={styles.more}>{t('desk.more', { count: count - members.length })}</p>
        )}
      </section>
    )

  return (
    <section className={styles.result} aria-labelledby="desk-result">
      <header className={styles.resultHead}>
        <h2 id="desk-result" className={styles.resultTitle} aria-live="polite">
          {title}
        </h2>
        <div className="ms-dimmed">
          {t('desk.against', {
            version: present.version,
            day: format.day(comparison.asOf),
            count: accountCount,
          })}
        </div>
      </header>
      <dl className={styles.classes}>
        {classes
          .filter(({ valueClass, before, after }) =>
            VALUE_CLASSES.some(
              (one) =>
                one === valueClass && (model.classes[one].isUsed || before.count > 0 || after.count > 0),
            ),
          )
          .map(({ valueClass, before, after }) => {
            const change = after.count - before.count
            return (
              <div key={valueClass}>
                <dt>
                  <ClassLetter valueClass={valueClass} />
                  <span className={styles.className} aria-hidden>
                    {tCommon(`valueClass.${valueClass}`)}
                  </span>
                </dt>
                <dd>
                  <b>{format.number(after.count)}</b>{' '}
                  <span className="ms-dimmed">{change === 0 ? t('desk.same') : format.signed(change)}</span>
                </dd>
              </div>
            )
          })}
      </dl>
      {movedCount > 0 && (
        <div className={styles.groups}>
          {group('up', up, upCount)}
          {group('down', down, downCount)}
        </div>
      )}
      <ScoreDistribution comparison={comparison} model={model} present={present} isChanged={isChanged} />
    </section>
  )
}
