import { Select } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportField, importField } from '#shared/domain/import-field.ts'
import type { MappedColumn } from './column-choices.ts'
import styles from './MappingStep.module.css'
import type { FieldChoice } from './use-field-choices.ts'

const LEFT_OUT = 'none'

export interface FieldSelectProps {
  column: MappedColumn
  columns: readonly MappedColumn[]
  /** Fields the kind has, in the order they are offered. */
  fields: readonly FieldChoice[]
  isDoubtful: boolean
  hasFocus: boolean
  onChoose: (field: ImportField | null) => void
}

/** Which field a column goes to; a field that another column has says so and moves when it is chosen. */
export function FieldSelect({ column, columns, fields, isDoubtful, hasFocus, onChoose }: FieldSelectProps) {
  const { t } = useTranslation('import')
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (hasFocus) input.current?.focus()
  }, [hasFocus])

  const holderOf = (field: ImportField) =>
    columns.find((other) => other.field === field && other.header !== column.header)

  return (
    <Select
      ref={input}
      size="xs"
      searchable
      openOnFocus={false}
      withCheckIcon={false}
      maxDropdownHeight={360}
      comboboxProps={{ width: 280, position: 'bottom-start', size: 'sm' }}
      selectFirstOptionOnChange
      nothingFoundMessage={t('mapping.noField')}
      aria-label={t('mapping.fieldOf', { column: column.header })}
      classNames={{ root: styles.fieldRoot ?? '', input: styles.fieldInput ?? '' }}
      data-doubtful={isDoubtful || undefined}
      data-left-out={column.field === null || undefined}
      value={column.field ?? LEFT_OUT}
      data={[
        { value: LEFT_OUT, label: t('mapping.leftOut') },
        ...fields.map(({ field, label }) => ({ value: field, label })),
      ]}
      renderOption={({ option }) => {
        const field = importField.safeParse(option.value)
        const holder = field.success ? holderOf(field.data) : undefined
        return (
          <span className={styles.option}>
            <span>{option.label}</span>
            {holder && <span className="ms-dimmed">{t('mapping.takenBy', { column: holder.header })}</span>}
          </span>
        )
      }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(value) => {
        const field = importField.safeParse(value)
        onChoose(field.success ? field.data : null)
      }}
    />
  )
}
