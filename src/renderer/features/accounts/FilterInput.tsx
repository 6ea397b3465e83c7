import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

/** A value of a filter as it is typed; undefined filters nothing, null is none that can be read. */
export type ReadFilter<Value> = (text: string) => Value | undefined | null

/** One typed value of a filter: Enter or leaving takes effect, what can't be read stays with its reason. */
export function FilterInput<Value>({
  label,
  placeholder,
  value,
  text: given,
  read,
  refusal,
  onChange,
}: {
  label: string
  placeholder?: string
  value: Value | undefined
  /** The value as it is shown; empty without one. */
  text: string
  read: ReadFilter<Value>
  refusal: string
  onChange: (value: Value | undefined) => void
}) {
  const [text, setText] = useState(given)
  const [isRefused, setRefused] = useState(false)
  const commit = () => {
    const typed = text.trim() === '' ? undefined : read(text)
    setRefused(typed === null)
    if (typed !== null && typed !== value) onChange(typed)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    commit()
  }
  return (
    <form onSubmit={onSubmit}>
      <TextInput
        size="xs"
        label={label}
        placeholder={placeholder}
        value={text}
        error={isRefused ? refusal : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
      />
    </form>
  )
}
