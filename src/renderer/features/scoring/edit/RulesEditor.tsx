import type { ModelProblem } from '#shared/contract/model.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { ClassesEditor } from './ClassesEditor.tsx'
import { ComputationEditor } from './ComputationEditor.tsx'
import styles from './Edit.module.css'
import { HardRulesEditor } from './HardRulesEditor.tsx'
import { RfmEditor } from './RfmEditor.tsx'
import { ThresholdsEditor } from './ThresholdsEditor.tsx'

export interface RulesEditorProps {
  edits: ModelDraftEdits
  problems: readonly ModelProblem[]
}

/** Everything of the draft that decides classes besides the score. */
export function RulesEditor(props: RulesEditorProps) {
  return (
    <div className={styles.board}>
      <div className={styles.column}>
        <ThresholdsEditor {...props} />
        <HardRulesEditor {...props} />
      </div>
      <div className={styles.column}>
        <ClassesEditor {...props} />
        <ComputationEditor {...props} />
        <RfmEditor {...props} />
      </div>
    </div>
  )
}
