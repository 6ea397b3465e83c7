import { NumberInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import styles from './Edit.module.css'

export interface EditNumberProps {
  label: string
  /** Shown above; otherwise only read out. */
  isLabelShown?: boolean
  value: number
  min?: number
  max?: number
  /** 0 for whole numbers. */
  decimals?: number
  suffix?: string
  /** Pixels; fills its box when left out. */
  width?: number
  isWrong?: boolean
  isDisabled?: boolean
  onCommit: (value: number) => void
}

/** A number of the model: Enter or leaving takes it over within its limits, Esc takes the typing back. */
export function EditNumber(props: EditNumberProps) {
  const { label, value, min = -1e15, max = 1e15, decimals = 1, suffix, width, onCommit } = props
  const [typed, setTyped] = useState<number | string>(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    if (typeof typed !== 'number' || !Number.isFinite(typed)) return setTyped(value)
    const within = Math.min(max, Math.max(min, typed))
    setTyped(within)
    if (within !== value) onCommit(within)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') {
      event.preventDefault()
      setTyped(value)
    }
  }
  return (
    <NumberInput
      className={styles.number ?? ''}
      size="xs"
      {...(props.isLabelShown ? { label } : { 'aria-label': label })}
      {...(width === undefined ? {} : { w: width })}
      {...(suffix ? { suffix } : {})}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={onKeyDown}
      decimalScale={decimals}
      allowNegative={min < 0}
      thousandSeparator=","
      clampBehavior="none"
      error={props.isWrong ?? false}
      disabled={props.isDisabled ?? false}
      hideControls
    />
  )
}
