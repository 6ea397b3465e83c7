import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { changeOption } from './change-option.ts'
import { isModelChanged, type PointsChange, pointsChanges, waterfall } from './explained.ts'

type Change = Pick<PointsChange, 'kind' | 'criterion'>

/** The way from the last period's score to this one: new figures, new knowledge, a new model. */
export function ChangePanel({ explanation }: { explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const { nameOf: criterionName } = useCriteria()
  const format = useFormat()
  const colours = useChartColours()
  const { waterfall: bridge, next, asOf, modelVersion } = explanation
  const steps = useMemo(() => (bridge ? waterfall(bridge.before, pointsChanges(bridge)) : []), [bridge])
  const nameOf = ({ kind, criterion }: Change) =>
    kind === 'data' ? (criterion === null ? '' : criterionName(criterion)) : t(`change.${kind}`)

  if (!bridge) {
    return (
      <Panel title={t('change.titleNone')}>
        <p className="ms-dimmed">{t('change.none')}</p>
      </Panel>
    )
  }

  const difference = bridge.now - bridge.before
  const [main] = [...steps].sort((a, b) => Math.abs(b.change.points) - Math.abs(a.change.points))
  const values = {
    points: format.decimal(Math.abs(difference), 2),
    criterion: main ? nameOf(main.change) : '',
    part: main ? format.signed(main.change.points, 2) : '',
  }
  const isStill = Math.abs(difference) < 0.05
  const title = t(
    isStill ? 'change.titleStill' : difference > 0 ? 'change.titleUp' : 'change.titleDown',
    values,
  )
  const names = [t('change.before'), ...steps.map(({ change }) => nameOf(change)), t('change.now')]
  const days = { before: format.day(bridge.previousAsOf), now: format.day(asOf) }
  const tableNameOf = ({ kind, criterion }: (typeof bridge.steps)[number]) =>
    kind === 'data' ? nameOf({ kind, criterion }) : t(`change.full.${kind}`)
  return (
    <ChartPanel
      title={title}
      note={
        isModelChanged(bridge)
          ? t('change.noteModel', { ...days, from: bridge.previousModelVersion, to: modelVersion })
          : t('change.note', days)
      }
      ariaLabel={title}
      height={216}
      option={changeOption({
        before: bridge.before,
        now: bridge.now,
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
          { key: 'step', label: t('change.step') },
          { key: 'points', label: t('points.points'), align: 'end' },
        ],
        rows: [
          { key: 'before', cells: [t('change.before'), format.decimal(bridge.before, 2)] },
          ...bridge.steps.map((step) => ({
            key: `${step.kind} ${step.criterion ?? ''}`,
            cells: [tableNameOf(step), format.signed(step.points, 2)],
          })),
        ],
        footer: [t('change.now'), format.decimal(bridge.now, 2)],
      }}
    />
  )
}
