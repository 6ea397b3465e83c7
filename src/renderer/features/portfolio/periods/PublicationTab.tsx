import styles from '../Portfolio.module.css'
import { OverridesPanel } from './OverridesPanel.tsx'
import periods from './Periods.module.css'
import { PublishedPanel } from './PublishedPanel.tsx'
import { PublishPanel } from './PublishPanel.tsx'

/** What is announced and what was, and the classes that people set by hand. */
export function PublicationTab() {
  return (
    <div className={styles.room}>
      <div className={periods.board}>
        <PublishPanel />
        <PublishedPanel />
        <OverridesPanel className={periods.wide} />
      </div>
    </div>
  )
}
