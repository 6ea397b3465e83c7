import { Button, Select } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ModelProblem } from '#shared/contract/model.ts'
import { toCriterionKey } from '#shared/domain/scoring-model.ts'
import { call } from '../../../api/client.ts'
import { useCall } from '../../../api/use-call.ts'
import { useErrorText } from '../../../api/use-error-text.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { showToast } from '../../../components/toast.ts'
import { useCriteria } from '../../../components/use-criteria.ts'
import { reweigh, weightSum } from '../desk/reweigh.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { CriterionFields } from './CriterionFields.tsx'
import styles from './Edit.module.css'
import { addCriterion } from './edit-model.ts'
import { ProblemNotices } from './ProblemNotices.tsx'

const MOST = 15

export interface CriteriaEditorProps {
  edits: ModelDraftEdits
  problems: readonly ModelProblem[]
  onCompare: () => void
}

/** The criteria of the draft: which count, how much, and from which figure on. */
export function CriteriaEditor({ edits, problems, onCompare }: CriteriaEditorProps) {
  const { t } = useTranslation('model')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const errorText = useErrorText()
  const { data: choices = [] } = useCall('model.listCriteria', {})
  const { model, revise } = edits
  const { criteria, windowMonths, weighting } = model
  const sum = weightSum(criteria)
  const free = choices.filter(({ key }) => !criteria.some((criterion) => criterion.key === key))
  const add = async (text: string | null) => {
    const key = text === null ? null : toCriterionKey(text)
    if (!key) return
    try {
      const { proposedAnchors } = await call('model.describeCriterion', { key, windowMonths })
      revise(addCriterion(model, { key, anchors: proposedAnchors }))
    } catch (failure) {
      const { what, remedy } = errorText(failure)
      showToast({ title: what, message: remedy, isFailure: true })
    }
  }
  const scale = () => {
    const [first] = criteria
    if (!first) return
    const scaled = sum > 0 ? (100 * first.weight) / sum : 100 / criteria.length
    revise({
      criteria: reweigh(criteria, first.key, scaled, 'proportional'),
      weighting: { method: 'points' },
    })
  }
  return (
    <Panel
      padding="none"
      title={t('criteria.title', { count: criteria.length, sum: format.number(sum, 1) })}
      note={
        weighting.method === 'ahp'
          ? t('criteria.compared', {
              ratio:
                weighting.consistencyRatio === null ? format.missing : weighting.consistencyRatio.toFixed(3),
            })
          : t('criteria.note')
      }
      actions={
        <>
          {sum !== 100 && sum > 0 && <Button onClick={scale}>{t('criteria.scale')}</Button>}
          <Button leftSection={<IconScale size={16} stroke={1.6} />} onClick={onCompare}>
            {t('ahp.open')}
          </Button>
        </>
      }
    >
      <div className={styles.notices}>
        <ProblemNotices
          problems={problems}
          codes={['model-empty', 'model-weights', 'model-comparison', 'model-inconsistent']}
        />
      </div>
      <ul className={styles.criteria} aria-label={t('criteria.label')}>
        {criteria.map((criterion) => (
          <CriterionFields key={criterion.key} criterion={criterion} edits={edits} problems={problems} />
        ))}
      </ul>
      <div className={styles.add}>
        <Select
          aria-label={t('criteria.add')}
          placeholder={t('criteria.add')}
          size="xs"
          w={280}
          searchable
          value={null}
          onChange={(value) => void add(value)}
          disabled={criteria.length >= MOST || free.length === 0}
          data={free.map(({ key, name }) => ({ value: key, label: name ?? nameOf(key) }))}
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
        <span className="ms-dimmed">{t('criteria.addNote')}</span>
      </div>
    </Panel>
  )
}
