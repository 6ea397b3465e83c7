import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  DATE_ORDERS,
  type DateOrder,
  DECIMAL_SIGNS,
  type DecimalSign,
  dateOrder,
  decimalSign,
} from '#shared/domain/import.ts'
import styles from './MappingStep.module.css'

/** Factors a column of figures may be written in; 1 is as it stands. */
export const UNIT_FACTORS = [1, 1_000, 10_000, 1_000_000, 10_000_000, 100_000_000] as const

interface InlineSelectProps {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  /** Shown first while nothing is chosen. */
  open?: string
  onChange: (value: string) => void
}

function InlineSelect({ label, value, options, open, onChange }: InlineSelectProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      classNames={{ root: styles.inlineRoot ?? '', input: styles.inlineInput ?? '' }}
      data={[...(value === '' ? [{ value: '', label: open ?? '', disabled: true }] : []), ...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** How the dates of a column are written; null is still to be asked. */
export function DateOrderSelect(props: {
  column: string
  order: DateOrder | null
  onChange: (order: DateOrder) => void
}) {
  const { t } = useTranslation('import')
  return (
    <InlineSelect
      label={t('readings.dateOrderOf', { column: props.column })}
      value={props.order ?? ''}
      open={t('readings.ask')}
      options={DATE_ORDERS.map((value) => ({ value, label: t(`readings.dateOrdersShort.${value}`) }))}
      onChange={(value) => {
        const order = dateOrder.safeParse(value)
        if (order.success) props.onChange(order.data)
      }}
    />
  )
}

/** The decimal sign of the file's figures; null is still to be asked. */
export function DecimalSignSelect(props: {
  column: string
  sign: DecimalSign | null
  onChange: (sign: DecimalSign) => void
}) {
  const { t } = useTranslation('import')
  return (
    <InlineSelect
      label={t('readings.decimalSignOf', { column: props.column })}
      value={props.sign ?? ''}
      open={t('readings.ask')}
      options={DECIMAL_SIGNS.map((value) => ({
        value,
        label: value === '.' ? t('readings.pointSample') : t('readings.commaSample'),
      }))}
      onChange={(value) => {
        const sign = decimalSign.safeParse(value)
        if (sign.success) props.onChange(sign.data)
      }}
    />
  )
}

/** What the figures of a column are multiplied by. */
export function UnitSelect(props: { column: string; factor: number; onChange: (factor: number) => void }) {
  const { t } = useTranslation('import')
  return (
    <InlineSelect
      label={t('units.of', { column: props.column })}
      value={String(props.factor)}
      options={UNIT_FACTORS.map((factor) => ({ value: String(factor), label: t(`units.${factor}`) }))}
      onChange={(value) => props.onChange(Number(value))}
    />
  )
}
