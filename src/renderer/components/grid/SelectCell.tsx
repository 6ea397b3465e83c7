import { useTranslation } from 'react-i18next'
import { CheckBox } from '../CheckBox.tsx'
import { isSelected, selectedCount } from './grid-column.ts'
import { useSelectionState } from './selection-context.ts'

/** A row's checkbox; reached by the grid's arrows, toggled by Space, a range by Shift. */
export function SelectCell({ id, name, rowIndex }: { id: string; name: string; rowIndex: number }) {
  const { t } = useTranslation('common')
  const { selection, toggle } = useSelectionState()
  const isOn = isSelected(selection, id)
  return (
    <CheckBox
      isChecked={isOn}
      label={t('grid.selectRow', { name })}
      tabIndex={-1}
      onChange={(isNowOn, event) => toggle(rowIndex, id, isNowOn, event.shiftKey)}
    />
  )
}

/** Selects everything the filter matches, loaded or not. */
export function SelectAllHeader() {
  const { t } = useTranslation('common')
  const { selection, total, toggleAll } = useSelectionState()
  const count = selectedCount(selection, total)
  return (
    <CheckBox
      isChecked={total > 0 && count === total}
      isMixed={count > 0 && count < total}
      label={t('grid.selectAll')}
      onChange={toggleAll}
    />
  )
}
