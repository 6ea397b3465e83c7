import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { Tag } from '../../../components/Tag.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { focusContent } from '../../../components/use-focus-return.ts'
import { countDifferences, countOtherParts, criterionDifferences } from '../model-differences.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import styles from './Desk.module.css'
import { SaveScenarioDialog } from './SaveScenarioDialog.tsx'

/** Weight changes named in the bar; what is more is counted. */
const NAMED = 3

export interface DeskFooterProps {
  present: ScoringModel
  edits: ModelDraftEdits
  onApplied: (version: number) => void
}

/** What the draft changes, and the ways on: throw away, keep as a scenario, apply as the next version. */
export function DeskFooter({ present, edits, onApplied }: DeskFooterProps) {
  const { t } = useTranslation('scoring')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const [dialog, setDialog] = useState<'apply' | 'scenario' | null>(null)
  const { model, changes, discard } = edits
  const validation = useCall('model.validate', { model }, { keepPrevious: true })
  const count = validation.data?.problems.length ?? 0
  const asVersion = { ...model, version: present.version }
  const differences = countDifferences(present, asVersion)
  const others = countOtherParts(present, asVersion)
  const weights = criterionDifferences(present, asVersion).filter(
    ({ present: before, proposed: after }) => (before?.weight ?? 0) !== (after?.weight ?? 0),
  )
  const named = weights
    .slice(0, NAMED)
    .map(
      ({ key, present: before, proposed: after }) =>
        `${nameOf(key)} ${format.signed((after?.weight ?? 0) - (before?.weight ?? 0), 1)}`,
    )
    .join(t('criteria.separator'))
  const parts = [
    weights.length > 0 && t('desk.changed.weights', { count: weights.length, named }),
    differences.anchors > 0 && t('desk.changed.anchors', { count: differences.anchors }),
    differences.criteria > 0 && t('desk.changed.criteria', { count: differences.criteria }),
    differences.thresholds > 0 && t('desk.changed.thresholds', { count: differences.thresholds }),
    others > 0 && t('desk.changed.others', { count: others }),
    changes.length > 0 && t('desk.changed.figures', { count: changes.length }),
  ].filter((part) => part !== false)

  const summary = parts.join(t('desk.semicolon'))

  return (
    <>
      <Tag tone="amber" icon={IconAlertTriangle}>
        {t('desk.draft', { version: present.version + 1 })}
      </Tag>
      <span className={styles.summary} title={summary}>
        {summary}
      </span>
      <Button
        size="sm"
        onClick={() => {
          focusContent()
          discard()
        }}
      >
        {t('desk.discard')}
      </Button>
      <Button size="sm" onClick={() => setDialog('scenario')}>
        {t('desk.keepScenario')}
      </Button>
      <Button
        size="sm"
        variant="filled"
        disabled={count > 0 || !validation.data}
        onClick={() => setDialog('apply')}
      >
        {count > 0 ? t('desk.applyBlocked', { count }) : t('desk.apply', { version: present.version + 1 })}
      </Button>
      {dialog === 'apply' && (
        <ApplyDialog
          present={present}
          edits={edits}
          onClose={() => setDialog(null)}
          onApplied={(version) => {
            setDialog(null)
            onApplied(version)
          }}
        />
      )}
      {dialog === 'scenario' && <SaveScenarioDialog edits={edits} onClose={() => setDialog(null)} />}
    </>
  )
}
