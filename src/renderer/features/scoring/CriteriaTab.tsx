import type { OutputOf } from '#shared/contract/contract.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { ClassesPanel, type ClassesPanelProps } from './ClassesPanel.tsx'
import { CriteriaPanel } from './CriteriaPanel.tsx'
import { InactivePanel } from './InactivePanel.tsx'
import { ModelFacts } from './ModelFacts.tsx'
import styles from './Scoring.module.css'

export interface CriteriaTabProps extends ClassesPanelProps {
  model: ScoringModel
  current: OutputOf<'model.current'>
}

/** What the model in force weighs, and what it makes of the accounts. */
export function CriteriaTab({ model, current, rules, classes }: CriteriaTabProps) {
  return (
    <div className={styles.board}>
      <div className={styles.column}>
        <CriteriaPanel model={model} criteria={current.criteria} />
        <InactivePanel criteria={current.criteria} />
      </div>
      <div className={styles.column}>
        <ClassesPanel rules={rules} classes={classes} />
        <ModelFacts model={model} current={current} />
      </div>
    </div>
  )
}
