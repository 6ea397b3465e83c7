import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ReadFilter, readFilterEntry } from './read-filter-entry.ts'

/** One typed value of a filter: Enter or leaving takes effect, what can't be read stays with its reason. */
export function FilterInput<Value>({
  label,
  placeholder,
  value,
  text: shown,
  read,
  refusal,
  onChange,
}: {
  label: string
  placeholder?: string
  value: Value | undefined
  /** The value as it is shown, perhaps rounded; empty without one. */
  text: string
  read: ReadFilter<Value>
  refusal: string
  onChange: (value: Value | undefined) => void
}) {
  const [text, setText] = useState(shown)
  const [isRefused, setRefused] = useState(false)
  const commit = () => {
    const entry = readFilterEntry(text, { value, shown, read })
    setRefused(entry.state === 'refused')
    if (entry.state === 'changed') onChange(entry.value)
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
