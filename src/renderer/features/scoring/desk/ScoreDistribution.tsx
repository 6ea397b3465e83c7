import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ModelComparison, SCORE_BINS } from '#shared/contract/model.ts'
import type { ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import styles from './Desk.module.css'
import { distributionOption } from './distribution-option.ts'

const BIN_WIDTH = 100 / SCORE_BINS

/** Scores from which on an account is of a class, of the classes in use. */
function linesOf({ thresholds, classes }: Pick<ModelDraft, 'thresholds' | 'classes'>) {
  const lines = [
    { valueClass: 'gold', score: thresholds.goldScore },
    { valueClass: 'diamond', score: thresholds.diamondScore },
  ] as const
  return lines.filter(({ valueClass }) => classes[valueClass].isUsed)
}

export interface ScoreDistributionProps {
  comparison: ModelComparison
  model: ModelDraft
  /** The version it is measured against. */
  present: ScoringModel
  isChanged: boolean
}

/** Where the scores lie beside the thresholds, under the draft and under the version in force. */
export function ScoreDistribution({ comparison, model, present, isChanged }: ScoreDistributionProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const colours = useChartColours()
  const { version } = present
  const { scoreBins, meanScoreBefore, meanScoreAfter } = comparison
  const lines = useMemo(() => linesOf(model), [model])
  const earlier = useMemo(() => linesOf(present), [present])
  const count = scoreBins.reduce((sum, { after }) => sum + after, 0)
  const before = t('desk.distributionBefore', { version })
  const after = t('desk.distributionAfter')
  const moved = t('desk.distributionMoved')

  const rangeOf = useMemo(
    () => (bin: number) =>
      t('desk.scoreRange', {
        from: format.number(bin * BIN_WIDTH),
        to: format.number((bin + 1) * BIN_WIDTH),
      }),
    [t, format],
  )
  const option = useMemo(
    () =>
      distributionOption({
        bins: scoreBins,
        thresholds: [
          ...earlier
            .filter(({ score }) => !lines.some((line) => line.score === score))
            .map(({ score }) => ({ score, label: null })),
          ...lines
            .toSorted((one, other) => one.score - other.score)
            .map(({ valueClass, score }) => ({
              score,
              label: `${tCommon(`valueClass.${valueClass}`)} ${format.number(score, 1)}`,
            })),
        ],
        isChanged,
        rangeOf,
        linesOf: (bin) =>
          isChanged
            ? [
                { name: before, value: format.number(bin.before), colour: colours.dimmed },
                { name: after, value: format.number(bin.after), colour: colours.dataSoft },
                { name: moved, value: format.number(bin.moved), colour: colours.data },
              ]
            : [{ name: before, value: format.number(bin.before), colour: colours.dataSoft }],
        colours,
      }),
    [scoreBins, earlier, lines, isChanged, rangeOf, before, after, moved, tCommon, format, colours],
  )

  const title = isChanged
    ? t('desk.mean', {
        before: format.decimal(meanScoreBefore, 1),
        after: format.decimal(meanScoreAfter, 1),
      })
    : t('desk.meanSame', { value: format.decimal(meanScoreAfter, 1) })
  return (
    <ChartPanel
      className={styles.distribution}
      title={title}
      note={t(isChanged ? 'desk.distributionNote' : 'desk.distributionStill', { count, version })}
      ariaLabel={title}
      option={option}
      table={{
        columns: [
          { key: 'score', label: t('desk.distributionScore') },
          { key: 'before', label: before, align: 'end' },
          { key: 'after', label: after, align: 'end' },
          { key: 'moved', label: moved, align: 'end' },
        ],
        rows: scoreBins.map((bin, index) => ({
          key: String(index),
          cells: [
            rangeOf(index),
            format.number(bin.before),
            format.number(bin.after),
            format.number(bin.moved),
          ],
        })),
      }}
    />
  )
}
