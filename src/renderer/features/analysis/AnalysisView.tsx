import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { useFrameSlots } from '../../components/page/frame-slots.ts'
import styles from './Analysis.module.css'
import { AnalysisSlotsContext } from './analysis-slots.ts'

export interface AnalysisViewProps {
  /** The conclusion: one sentence with its numbers; a loading view has none yet. */
  sentence?: ReactNode
  /** One grey line below: period, coverage, source. */
  note?: ReactNode
  /** Fills the centre, so that a grid at its end takes what is left. */
  isFilling?: boolean
  /** Right end of the page's bar. */
  tools?: ReactNode
  /** A <Drawer>; nothing closes it. */
  drawer?: ReactNode
  /** Left part of the status bar. */
  status?: ReactNode
  children?: ReactNode
}

/** One view of the Analysis page: conclusion first, with its parts put into the page's slots. */
export function AnalysisView({
  sentence,
  note,
  isFilling = false,
  tools,
  drawer,
  status,
  children,
}: AnalysisViewProps) {
  const { toolsElement, drawerElement } = useContext(AnalysisSlotsContext)
  const { statusElement } = useFrameSlots()
  return (
    <>
      <div className={isFilling ? styles.room : undefined}>
        {sentence && (
          <div className={styles.headline}>
            <h2 className={styles.sentence}>{sentence}</h2>
            {note && <div className="ms-dimmed">{note}</div>}
          </div>
        )}
        {children}
      </div>
      {toolsElement && tools ? createPortal(tools, toolsElement) : null}
      {drawerElement && drawer ? createPortal(drawer, drawerElement) : null}
      {statusElement && status ? createPortal(status, statusElement) : null}
    </>
  )
}
