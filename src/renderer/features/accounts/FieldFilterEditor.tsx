import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#shared/contract/field.ts'
import type { FieldFilter } from '#shared/contract/field-filter.ts'
import { useFormat } from '../../components/format.tsx'
import { parseAmount } from '../../components/parse-amount.ts'
import { parseDay } from '../../components/parse-day.ts'
import { readNumber } from '../../components/read-number.ts'
import styles from './Accounts.module.css'
import { isFieldFilterActive, toggleChoice } from './account-filters.ts'
import { Choices } from './Choices.tsx'
import { FilterInput } from './FilterInput.tsx'
import type { ReadFilter } from './read-filter-entry.ts'

/** Every decimal of a number that can be typed. */
const MOST_DECIMALS = 20

interface RangeProps<Value> {
  from: Value | undefined
  to: Value | undefined
  onChange: (bounds: { from: Value | undefined; to: Value | undefined }) => void
}

function Range<Value>({
  from,
  to,
  onChange,
  write,
  read,
  labels,
  example,
  refusal,
}: RangeProps<Value> & {
  write: (value: Value) => string
  read: ReadFilter<Value>
  labels: { from: string; to: string }
  example: string
  refusal: string
}) {
  return (['from', 'to'] as const).map((bound) => {
    const value = bound === 'from' ? from : to
    return (
      <FilterInput
        key={bound}
        label={labels[bound]}
        placeholder={example}
        value={value}
        text={value === undefined ? '' : write(value)}
        read={read}
        refusal={refusal}
        onChange={(next) => onChange({ from, to, [bound]: next })}
      />
    )
  })
}

function ValueCondition({
  field,
  filter,
  onChange,
}: {
  field: CustomField
  filter: FieldFilter
  onChange: (filter: FieldFilter) => void
}) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const bySize = { from: t('filter.from'), to: t('filter.to') }
  switch (filter.kind) {
    case 'text':
      return (
        <FilterInput
          label={t('filter.containing')}
          value={filter.contains}
          text={filter.contains ?? ''}
          read={(text) => text.trim()}
          refusal=""
          onChange={(contains) => onChange({ ...filter, contains })}
        />
      )
    case 'choice':
      return (
        <Choices
          choices={field.options.map((value) => ({ value, label: value }))}
          chosen={filter.options ?? []}
          onToggle={(option) => onChange({ ...filter, options: toggleChoice(filter.options, option) })}
        />
      )
    case 'number':
      return (
        <Range
          from={filter.from}
          to={filter.to}
          write={(value) => format.number(value, MOST_DECIMALS)}
          read={(text) => readNumber(text) ?? null}
          labels={bySize}
          example={field.unit ?? ''}
          refusal={t('filter.notNumber')}
          onChange={(bounds) => onChange({ ...filter, ...bounds })}
        />
      )
    case 'money':
      return (
        <Range
          from={filter.from}
          to={filter.to}
          write={(value) => format.money(value)}
          read={parseAmount}
          labels={bySize}
          example={t('filter.amountExample')}
          refusal={t('filter.notAmount')}
          onChange={(bounds) => onChange({ ...filter, ...bounds })}
        />
      )
    case 'date':
      return (
        <Range
          from={filter.from}
          to={filter.to}
          write={(value) => format.day(value)}
          read={parseDay}
          labels={{ from: t('filter.dayFrom'), to: t('filter.dayTo') }}
          example={t('filter.dayExample')}
          refusal={t('filter.notDay')}
          onChange={(bounds) => onChange({ ...filter, ...bounds })}
        />
      )
  }
}

/** What the value of a custom field has to be, and whether accounts without one are shown. */
export function FieldFilterEditor({
  field,
  filter = { fieldId: field.id, kind: field.kind },
  onChange,
}: {
  field: CustomField
  filter?: FieldFilter | undefined
  onChange: (filter: FieldFilter) => void
}) {
  const { t } = useTranslation('accounts')
  const hasCondition = isFieldFilterActive({ ...filter, orMissing: false })
  return (
    <>
      <ValueCondition field={field} filter={filter} onChange={onChange} />
      <Checkbox
        className={(filter.kind === 'choice' ? styles.check : styles.missing) ?? ''}
        checked={filter.orMissing ?? false}
        label={t(hasCondition ? 'filter.orMissing' : 'filter.onlyMissing')}
        onChange={(event) => onChange({ ...filter, orMissing: event.currentTarget.checked })}
      />
    </>
  )
}
