import { type MouseEvent, useEffect, useRef } from 'react'
import styles from './CheckBox.module.css'

export interface CheckBoxProps {
  isChecked: boolean
  isMixed?: boolean
  /** Accessible name; the box stands without text of its own. */
  label: string
  tabIndex?: number
  isDisabled?: boolean
  onChange: (isChecked: boolean, event: MouseEvent) => void
}

/** A bare 16 px checkbox for rows. */
export function CheckBox({
  isChecked,
  isMixed = false,
  label,
  tabIndex,
  isDisabled = false,
  onChange,
}: CheckBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <input
      ref={input}
      type="checkbox"
      className={styles.box}
      checked={isChecked}
      aria-label={label}
      tabIndex={tabIndex}
      disabled={isDisabled}
      onChange={() => undefined}
      onClick={(event) => onChange(!isChecked, event)}
    />
  )
}
