import type { ReactNode } from 'react'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { IconComponent } from '../../components/actions/action.ts'

/** What stands at the left of an entry. */
export type PaletteMark =
  | { kind: 'class'; valueClass: ValueClass | null }
  | { kind: 'person'; name: string }
  | { kind: 'icon'; icon: IconComponent | undefined }

export interface PaletteItem {
  id: string
  mark: PaletteMark
  label: string
  detail: ReactNode
  shortcut?: string
  run: () => void
}

export interface PaletteGroup {
  key: string
  title: string
  items: readonly PaletteItem[]
}
