import { Autocomplete, Select, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision, CompanyFields } from '#shared/contract/account.ts'
import { OPERATING_STATES } from '#shared/domain/party.ts'
import type { CallFailure } from '../../../api/call-failure.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { type FieldDefinition, fieldText, parseField } from './company-fields.ts'
import { RevenueField } from './RevenueField.tsx'

export type Write = (changes: AccountRevision, onFailure?: (failure: CallFailure) => void) => void

interface EditorProps {
  definition: FieldDefinition
  company: CompanyFields
  label: string
  suggestions: readonly string[]
  /** Stands where nothing is known. */
  missing: string
  onWrite: Write
}

/** Typed text on its way into the record: what is refused stays in the field with its reason. */
function useTypedField({ definition, company, onWrite }: EditorProps) {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<{ text: string; reason: string } | null>(null)
  const commit = (text: string) => {
    const parsed = parseField(definition, text)
    if (parsed.state === 'refused') {
      setRefused({ text, reason: t(`refused.${parsed.reason}`) })
      return
    }
    setRefused(null)
    onWrite(parsed.changes, (failure) => {
      if (failure.code === 'duplicate-number') {
        setRefused({ text, reason: t('refused.numberTaken', { name: String(failure.details.name ?? '') }) })
      }
    })
  }
  return {
    value: refused?.text ?? fieldText(company, definition.field),
    error: refused?.reason,
    commit,
  }
}

function TextEditor(props: EditorProps) {
  const { value, error, commit } = useTypedField(props)
  return (
    <CommitField
      aria-label={props.label}
      placeholder={props.missing}
      value={value}
      error={error}
      onCommit={commit}
      isRequired={props.definition.isRequired ?? false}
    />
  )
}

function AreaEditor(props: EditorProps) {
  const { value, error, commit } = useTypedField(props)
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Textarea
      aria-label={props.label}
      placeholder={props.missing}
      autosize
      minRows={1}
      maxRows={8}
      value={text}
      error={error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== value) commit(text)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        setText(value)
      }}
    />
  )
}

function SuggestingEditor(props: EditorProps) {
  const { value, error, commit } = useTypedField(props)
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const commitText = (next: string) => {
    if (next.trim() !== value) commit(next)
  }
  return (
    <Autocomplete
      aria-label={props.label}
      placeholder={props.missing}
      data={[...props.suggestions]}
      value={text}
      error={error}
      onChange={setText}
      onOptionSubmit={commitText}
      onBlur={() => commitText(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commitText(event.currentTarget.value)
        if (event.key === 'Escape') {
          event.preventDefault()
          setText(value)
        }
      }}
    />
  )
}

function StateEditor({ company, label, missing, onWrite }: EditorProps) {
  const { t } = useTranslation('account')
  return (
    <Select
      aria-label={label}
      placeholder={missing}
      clearable
      allowDeselect
      value={company.operatingState}
      data={OPERATING_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
      onChange={(value) =>
        onWrite({ operatingState: OPERATING_STATES.find((state) => state === value) ?? null })
      }
    />
  )
}

/** The editor that fits the field. */
export function CompanyField(props: EditorProps) {
  switch (props.definition.kind) {
    case 'area':
      return <AreaEditor {...props} />
    case 'state':
      return <StateEditor {...props} />
    case 'revenue':
      return <RevenueField revenue={props.company.revenue} label={props.label} onWrite={props.onWrite} />
    default:
      return props.definition.suggestions ? <SuggestingEditor {...props} /> : <TextEditor {...props} />
  }
}
