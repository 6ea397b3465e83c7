import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { addMonths } from '#shared/domain/calendar.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { changeOption } from './change-option.ts'
import { pointsChanges, waterfall } from './explained.ts'

const QUARTER_MONTHS = 3

/** The way from last quarter's score to this one, criterion by criterion. */
export function ChangePanel({ explanation }: { explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const colours = useChartColours()
  const { scorePercent, previousScorePercent, next, asOf } = explanation
  const steps = useMemo(
    () => waterfall(previousScorePercent ?? 0, pointsChanges(explanation)),
    [explanation, previousScorePercent],
  )
  const nameOf = (criterion: (typeof steps)[number]['change']['criterion']) =>
    criterion === null ? t('change.rest') : tCommon(`criterion.${criterion}`)

  if (scorePercent === null || previousScorePercent === null) {
    return (
      <Panel title={t('change.titleNone')}>
        <p className="ms-dimmed">{t('change.none')}</p>
      </Panel>
    )
  }

  const difference = scorePercent - previousScorePercent
  const [main] = steps
  const values = {
    points: format.decimal(Math.abs(difference), 2),
    criterion: main ? nameOf(main.change.criterion) : '',
    part: main ? format.signed(main.change.points, 2) : '',
  }
  const isStill = Math.abs(difference) < 0.05
  const title = t(
    isStill ? 'change.titleStill' : difference > 0 ? 'change.titleUp' : 'change.titleDown',
    values,
  )
  const names = [t('change.before'), ...steps.map(({ change }) => nameOf(change.criterion)), t('change.now')]
  return (
    <ChartPanel
      title={title}
      note={t('change.note', { before: format.day(addMonths(asOf, -QUARTER_MONTHS)), now: format.day(asOf) })}
      ariaLabel={title}
      height={216}
      option={changeOption({
        before: previousScorePercent,
        now: scorePercent,
        steps,
        names,
        line: next
          ? {
              value: next.threshold,
              name: `${tCommon(`valueClass.${next.valueClass}`)} ${format.number(next.threshold)}`,
            }
          : null,
        total: (value) => format.decimal(value, 2),
        change: (value) => format.signed(value, 2),
        colours,
      })}
      table={{
        columns: [
          { key: 'step', label: t('points.criterion') },
          { key: 'points', label: t('points.points'), align: 'end' },
        ],
        rows: [
          { key: 'before', cells: [t('change.before'), format.decimal(previousScorePercent, 2)] },
          ...steps.map(({ change }) => ({
            key: change.criterion ?? 'rest',
            cells: [nameOf(change.criterion), format.signed(change.points, 2)],
          })),
        ],
        footer: [t('change.now'), format.decimal(scorePercent, 2)],
      }}
    />
  )
}
