import { createContext } from 'react'

export interface AnalysisSlots {
  /** Right end of the tab bar; null until it is drawn. */
  toolsElement: HTMLElement | null
  /** Beside the centre, for a drawer; null until it is drawn. */
  drawerElement: HTMLElement | null
}

export const AnalysisSlotsContext = createContext<AnalysisSlots>({ toolsElement: null, drawerElement: null })
