import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFieldCriterion, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { DataBar } from '../../components/DataBar.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { useCriteria } from '../../components/use-criteria.ts'
import { AnchorScale } from './AnchorScale.tsx'
import { ANCHOR_POINTS } from './anchor-scale.ts'
import type { CriterionStatus } from './class-rules.ts'
import styles from './Scoring.module.css'
import { useCriterionFormat } from './use-criterion-format.ts'

const MEDIAN = 2

export interface CriteriaPanelProps {
  model: ScoringModel
  criteria: readonly CriterionStatus[]
}

/** The criteria in force: weight, anchors and where the accounts stand on them. */
export function CriteriaPanel({ model, criteria }: CriteriaPanelProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const { nameOf, unitOf } = useCriteria()
  const format = useFormat()
  const write = useCriterionFormat()
  const [isTable, setTable] = useState(false)
  const statusOf = (key: CriterionStatus['key']) => criteria.find((status) => status.key === key)
  const heaviest = [...model.criteria].sort((one, other) => other.weight - one.weight)[0]
  const switchLabel = tCommon(isTable ? 'viewAsChart' : 'viewAsTable')

  const medianOf = (key: CriterionStatus['key']) => {
    const median = statusOf(key)?.percentiles?.[MEDIAN]
    return median === undefined ? format.missing : write(key, median)
  }

  return (
    <Panel
      padding="none"
      title={
        heaviest
          ? t('criteria.title', {
              name: nameOf(heaviest.key),
              weight: format.number(heaviest.weight, 1),
            })
          : t('criteria.none')
      }
      note={t('criteria.note')}
      actions={
        <Tooltip label={switchLabel}>
          <ActionIcon
            size="xs"
            aria-label={switchLabel}
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? <IconChartBar size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      }
    >
      {isTable ? (
        <ScrollRegion className={styles.scroll} label={t('criteria.label')}>
          <SimpleTable
            label={t('criteria.label')}
            columns={[
              { key: 'name', label: t('criteria.name') },
              { key: 'weight', label: t('criteria.weight'), align: 'end' },
              ...ANCHOR_POINTS.map((points) => ({
                key: String(points),
                label: t('criteria.points', { points }),
                align: 'end' as const,
              })),
              { key: 'known', label: t('criteria.known'), align: 'end' },
              { key: 'median', label: t('criteria.median'), align: 'end' },
            ]}
            rows={model.criteria.map(({ key, weight, anchors }) => ({
              key,
              cells: [
                nameOf(key),
                format.number(weight, 1),
                ...anchors.map((anchor) => write(key, anchor)),
                format.number(statusOf(key)?.knownCount),
                medianOf(key),
              ],
            }))}
          />
        </ScrollRegion>
      ) : (
        <ul className={styles.criteria} aria-label={t('criteria.label')}>
          {model.criteria.map(({ key, weight, anchors }) => (
            <li key={key} className={styles.criterion}>
              <div className={styles.criterionName}>
                <b>{nameOf(key)}</b>
                <span className="ms-dimmed">
                  {isFieldCriterion(key)
                    ? (unitOf(key).label ?? t('units.field'))
                    : t(`units.${key}`, { months: model.windowMonths })}
                </span>
                <span className="ms-dimmed">
                  {t('criteria.knownOf', { count: statusOf(key)?.knownCount ?? 0 })}
                </span>
              </div>
              <AnchorScale
                criterionKey={key}
                anchors={anchors}
                histogram={statusOf(key)?.histogram ?? []}
                label={t('criteria.picture', {
                  name: nameOf(key),
                  median: medianOf(key),
                  anchors: anchors
                    .map((anchor, index) =>
                      t('criteria.anchor', {
                        value: write(key, anchor),
                        points: ANCHOR_POINTS[index] ?? 0,
                      }),
                    )
                    .join(t('criteria.separator')),
                })}
              />
              <div className={styles.weight}>
                <span>
                  <b className={styles.weightNumber}>{format.number(weight, 1)}</b>
                  <span className="ms-dimmed">%</span>
                </span>
                <DataBar height={4} track="deep" percent={weight} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
