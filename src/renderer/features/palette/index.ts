export { Palette } from './Palette.tsx'
export { ShortcutOverview } from './ShortcutOverview.tsx'
