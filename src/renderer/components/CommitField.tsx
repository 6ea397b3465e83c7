import { TextInput, type TextInputProps } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'

export interface CommitFieldProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'onKeyDown' | 'onBlur'> {
  value: string
  /** Called with another text when the field is left or Enter is pressed. */
  onCommit: (text: string) => void
  /** An empty text goes back to the value. */
  isRequired?: boolean
}

/** A text that saves itself: Enter or leaving commits, Esc takes the typing back. */
export function CommitField({ value, onCommit, isRequired = false, ...input }: CommitFieldProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])

  const commit = () => {
    const trimmed = text.trim()
    if (isRequired && trimmed === '') setText(value)
    else if (trimmed !== value) onCommit(trimmed)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') {
      event.preventDefault()
      setText(value)
    }
  }
  return (
    <TextInput
      {...input}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
