import { createContext, useContext } from 'react'

export interface FrameSlots {
  /** Where a page's status line goes; null until the frame is drawn. */
  statusElement: HTMLElement | null
  openPalette: () => void
}

export const FrameSlotsContext = createContext<FrameSlots>({
  statusElement: null,
  openPalette: () => undefined,
})

export const useFrameSlots = (): FrameSlots => useContext(FrameSlotsContext)
