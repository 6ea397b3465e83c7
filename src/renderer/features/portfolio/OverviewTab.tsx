import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { CategoriesPanel } from './CategoriesPanel.tsx'
import type { MovementMatrixProps } from './MovementMatrix.tsx'
import { MovementPanel } from './MovementPanel.tsx'
import { MoversPanel } from './MoversPanel.tsx'
import { OverviewKpis } from './OverviewKpis.tsx'
import { ParetoPanel } from './ParetoPanel.tsx'
import styles from './Portfolio.module.css'
import { PyramidPanel } from './PyramidPanel.tsx'
import { TrendPanel } from './TrendPanel.tsx'

const MOVERS_SHOWN = 6

export interface OverviewTabProps {
  overview: PortfolioOverview
  /** False for a past day: the accounts grid only knows the workspace's own day. */
  canOpen: boolean
  onOpenCell: MovementMatrixProps['onOpen']
}

export function OverviewTab({ overview, canOpen, onOpenCell }: OverviewTabProps) {
  return (
    <div className={styles.room}>
      <div className={styles.kpis}>
        <OverviewKpis overview={overview} canOpen={canOpen} />
      </div>
      <div className={styles.board}>
        <ParetoPanel overview={overview} />
        <PyramidPanel overview={overview} canOpen={canOpen} />
        <MovementPanel overview={overview} onOpen={onOpenCell} />
        <MoversPanel overview={overview} count={MOVERS_SHOWN} />
        <CategoriesPanel overview={overview} isBrief />
        <TrendPanel overview={overview} />
      </div>
    </div>
  )
}
