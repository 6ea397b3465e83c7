import { ClassesPanel } from './ClassesPanel.tsx'
import { MovementPanel } from './MovementPanel.tsx'
import { MoversPanel } from './MoversPanel.tsx'
import type { OverviewTabProps } from './OverviewTab.tsx'
import styles from './Portfolio.module.css'
import { MigrationPanel } from './periods/MigrationPanel.tsx'

const MOVERS_SHOWN = 20

export function MovementTab({ overview, canOpen, onOpenCell }: OverviewTabProps) {
  return (
    <div className={styles.room}>
      <div className={styles.movementBoard}>
        <MovementPanel overview={overview} onOpen={onOpenCell} isLarge className={styles.wide} />
        <ClassesPanel overview={overview} canOpen={canOpen} />
        <MigrationPanel className={styles.full} />
        <MoversPanel overview={overview} count={MOVERS_SHOWN} className={styles.full} />
      </div>
    </div>
  )
}
