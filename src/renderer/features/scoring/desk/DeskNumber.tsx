import { NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'

export interface DeskNumberProps {
  label: string
  value: number
  min?: number
  max: number
  /** Pixels; the class says it when left out. */
  width?: number
  className?: string
  isWrong?: boolean
  /** Called while it is typed, so that who moves is seen at once. */
  onChange: (value: number) => void
}

/** A number of the draft that works while it is typed; left empty it shows what the draft keeps. */
export function DeskNumber({ label, value, min = 0, max, width, className, ...props }: DeskNumberProps) {
  const [typed, setTyped] = useState<number | string>(value)
  useEffect(() => setTyped(value), [value])
  return (
    <NumberInput
      size="xs"
      {...(width === undefined ? {} : { w: width })}
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        if (typeof next === 'number') props.onChange(next)
      }}
      onBlur={() => setTyped(value)}
      min={min}
      max={max}
      clampBehavior="strict"
      decimalScale={1}
      error={props.isWrong ?? false}
      hideControls
    />
  )
}
