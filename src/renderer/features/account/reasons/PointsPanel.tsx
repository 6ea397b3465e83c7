import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { useWriteInput } from '../use-write-input.ts'
import { countedWeights } from './explained.ts'
import styles from './Reasons.module.css'

export interface PointsPanelProps {
  explanation: AccountExplanation
  opened: CriterionKey | null
  onOpen: (criterion: CriterionKey) => void
}

/** The criteria whose points add up to the score; each opens to what it is made of. */
export function PointsPanel({ explanation, opened, onOpen }: PointsPanelProps) {
  const { t } = useTranslation('account')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const writeInput = useWriteInput()
  const { items, scorePercent, coveragePercent } = explanation
  const weights = countedWeights(items)
  const heaviest = Math.max(1, ...weights.values())
  const known = items.filter(({ points }) => points !== null).length
  return (
    <Panel
      title={
        scorePercent === null
          ? t('points.titleNoScore', { percent: format.percent(coveragePercent, 0) })
          : t('points.title', { count: known, score: format.decimal(scorePercent, 2) })
      }
      note={
        known < items.length
          ? t('points.noteUnknown', {
              known,
              count: items.length,
              percent: format.percent(coveragePercent, 0),
            })
          : t('points.note')
      }
    >
      <ul className={styles.rows} aria-label={t('points.label')}>
        <li className={[styles.row, styles.head].join(' ')} aria-hidden>
          <span>{t('points.criterion')}</span>
          <span>{t('points.input')}</span>
          <span>{t('points.ofFull')}</span>
          <span className={styles.end}>{t('points.weight')}</span>
          <span className={styles.end}>{t('points.points')}</span>
          <span />
        </li>
        {items.map(({ criterion, input, utility, points, weight }) => {
          const counted = weights.get(criterion) ?? 0
          const name = nameOf(criterion)
          return (
            <li key={criterion}>
              <button
                type="button"
                className={[styles.row, styles.act].join(' ')}
                aria-pressed={opened === criterion}
                onClick={() => onOpen(criterion)}
              >
                <span className={styles.strong}>{name}</span>
                <span className={points === null ? 'ms-dimmed' : undefined}>
                  {writeInput(criterion, input)}
                </span>
                <span>
                  {points !== null && (
                    <DataBar height={12} percent={utility} trackPercent={(100 * counted) / heaviest} />
                  )}
                </span>
                <span className={`${styles.end} ms-dimmed`}>
                  {points === null ? `(${format.number(weight, 1)})` : format.number(counted, 1)}
                </span>
                <span className={[styles.end, styles.strong].join(' ')}>
                  {points === null ? format.missing : format.decimal(points, 2)}
                </span>
                <IconChevronRight size={14} stroke={1.6} aria-hidden />
              </button>
            </li>
          )
        })}
        <li className={styles.row}>
          <span className={styles.strong}>{t('class.total')}</span>
          <span />
          <span />
          <span className={`${styles.end} ms-dimmed`}>100</span>
          <span className={[styles.end, styles.strong].join(' ')}>{format.decimal(scorePercent, 2)}</span>
          <span />
        </li>
      </ul>
    </Panel>
  )
}
