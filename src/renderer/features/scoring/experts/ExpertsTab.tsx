import type { ModelDraftEdits } from '../use-model-draft.ts'
import { DiscriminationPanel } from './DiscriminationPanel.tsx'
import styles from './Experts.module.css'
import { RobustnessPanel } from './RobustnessPanel.tsx'
import { SecondOpinionPanel } from './SecondOpinionPanel.tsx'

/** What a careful reader asks of a model: what tells accounts apart, what another method says, how firm classes are. */
export function ExpertsTab({ edits }: { edits: ModelDraftEdits }) {
  return (
    <div className={styles.board}>
      <div className={styles.column}>
        <DiscriminationPanel edits={edits} />
        <RobustnessPanel edits={edits} />
      </div>
      <SecondOpinionPanel edits={edits} />
    </div>
  )
}
