import { Select } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ORDER_LINE_FIELDS, type OrderLineField, orderLineField } from '#shared/domain/order-line.ts'
import type { MappedColumn } from './column-choices.ts'
import styles from './MappingStep.module.css'

const LEFT_OUT = 'none'

export interface FieldSelectProps {
  column: MappedColumn
  columns: readonly MappedColumn[]
  isDoubtful: boolean
  hasFocus: boolean
  onChoose: (field: OrderLineField | null) => void
}

/** Which field a column goes to; a field that another column has says so and moves when it is chosen. */
export function FieldSelect({ column, columns, isDoubtful, hasFocus, onChoose }: FieldSelectProps) {
  const { t } = useTranslation('import')
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (hasFocus) input.current?.focus()
  }, [hasFocus])

  const holderOf = (field: OrderLineField) =>
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
        ...ORDER_LINE_FIELDS.map((field) => ({ value: field, label: t(`fields.${field}`) })),
      ]}
      renderOption={({ option }) => {
        const field = orderLineField.safeParse(option.value)
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
        const field = orderLineField.safeParse(value)
        onChoose(field.success ? field.data : null)
      }}
    />
  )
}
