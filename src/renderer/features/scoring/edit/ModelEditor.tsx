import { useCall } from '../../../api/use-call.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { CriteriaEditor } from './CriteriaEditor.tsx'
import { EditHeadline } from './EditHeadline.tsx'
import { RULE_PROBLEMS } from './ProblemNotices.tsx'
import { RulesEditor } from './RulesEditor.tsx'

export interface ModelEditorProps {
  part: 'criteria' | 'rules'
  edits: ModelDraftEdits
  /** The version the draft would become. */
  version: number
  onGo: (part: 'criteria' | 'rules') => void
  /** Opens the comparison of criteria in pairs. */
  onCompare: () => void
}

/** One part of the draft to be edited, below what the draft would change and what is wrong with it. */
export function ModelEditor({ part, edits, version, onGo, onCompare }: ModelEditorProps) {
  const validation = useCall('model.validate', { model: edits.model }, { keepPrevious: true })
  const moved = useCall(
    'model.preview',
    { model: edits.model, changes: [...edits.changes], limit: 0 },
    { enabled: edits.isChanged, keepPrevious: true },
  )
  const problems = validation.data?.problems ?? []
  const isCriteria = part === 'criteria'
  return (
    <>
      <EditHeadline
        version={version}
        movedCount={edits.isChanged ? moved.data?.movedCount : undefined}
        elsewhere={problems.filter(({ code }) => RULE_PROBLEMS.includes(code) === isCriteria).length}
        other={isCriteria ? 'rules' : 'criteria'}
        onGo={onGo}
      />
      {isCriteria ? (
        <CriteriaEditor edits={edits} problems={problems} onCompare={onCompare} />
      ) : (
        <RulesEditor edits={edits} problems={problems} />
      )}
    </>
  )
}
