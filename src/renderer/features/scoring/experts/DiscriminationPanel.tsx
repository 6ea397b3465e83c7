import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Experts.module.css'

/** How far each criterion tells accounts apart, beside the weight it was given. */
export function DiscriminationPanel({ edits: { model, isChanged } }: { edits: ModelDraftEdits }) {
  const { t } = useTranslation('model')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const { data, error } = useCall('model.discriminate', { model }, { keepPrevious: true })
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const [strongest] = data.criteria.toSorted(
    (one, other) => (other.powerPercent ?? -1) - (one.powerPercent ?? -1),
  )
  const power = strongest?.powerPercent ?? null
  return (
    <Panel
      title={
        strongest && power !== null
          ? t('experts.discriminate', { name: nameOf(strongest.key), power: format.percent(power, 0) })
          : t('experts.discriminateNone')
      }
      note={`${t('experts.basis', { count: data.accountCount })} · ${t(isChanged ? 'experts.draft' : 'experts.inForce')}`}
    >
      <SimpleTable
        isTight
        label={t('experts.discriminateLabel')}
        columns={[
          { key: 'criterion', label: t('experts.criterion') },
          { key: 'weight', label: t('experts.weight'), align: 'end', width: 72 },
          { key: 'power', label: t('experts.power'), align: 'end', width: 72 },
          { key: 'bar', label: t('experts.power'), isLabelHidden: true, width: '34%' },
        ]}
        rows={data.criteria.map(({ key, powerPercent }) => ({
          key,
          cells: [
            nameOf(key),
            format.number(model.criteria.find((criterion) => criterion.key === key)?.weight, 1),
            format.number(powerPercent, 1),
            <span key="bar" className={styles.track} aria-hidden>
              <span className={styles.bar} style={{ width: `${powerPercent ?? 0}%` }} />
              <span
                className={styles.mark}
                style={{
                  left: `${model.criteria.find((criterion) => criterion.key === key)?.weight ?? 0}%`,
                }}
              />
            </span>,
          ],
        }))}
      />
      <p className={styles.remark}>{t('experts.notWeights')}</p>
    </Panel>
  )
}
