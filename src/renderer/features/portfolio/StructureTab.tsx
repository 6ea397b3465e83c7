import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { AbcPanel } from './AbcPanel.tsx'
import { CategoriesPanel } from './CategoriesPanel.tsx'
import { ConcentrationPanel, LorenzPanel } from './ConcentrationPanel.tsx'
import styles from './Portfolio.module.css'
import { PyramidPanel } from './PyramidPanel.tsx'

export function StructureTab({ overview, canOpen }: { overview: PortfolioOverview; canOpen: boolean }) {
  return (
    <div className={styles.room}>
      <div className={styles.board} data-auto>
        <LorenzPanel overview={overview} />
        <ConcentrationPanel overview={overview} />
        <AbcPanel overview={overview} canOpen={canOpen} />
        <CategoriesPanel overview={overview} isBrief={false} className={styles.wide} />
        <PyramidPanel overview={overview} canOpen={canOpen} />
      </div>
    </div>
  )
}
