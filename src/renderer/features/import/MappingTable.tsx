import { IconAlertTriangle, IconCheck, IconHistory, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type ImportField, isDayFieldOf } from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import type { IconComponent } from '../../components/actions/action.ts'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { type ColumnBasis, type MappedColumn, NUMBER_FIELDS, SCALED_FIELDS } from './column-choices.ts'
import { FieldSelect } from './FieldSelect.tsx'
import type { OpenReadings } from './import-request.ts'
import styles from './MappingStep.module.css'
import { DateOrderSelect, DecimalSignSelect, UnitSelect } from './ReadingSelects.tsx'
import { useFieldChoices } from './use-field-choices.ts'

export interface MappingTableProps {
  inspection: FileInspection
  columns: readonly MappedColumn[]
  settings: ReadSettings
  open: OpenReadings
  focusHeader: string | null
  onField: (header: string, field: ImportField | null) => void
  onUnit: (header: string, unitFactor: number) => void
  onSettings: (change: Partial<ReadSettings>) => void
}

const BASIS_ICONS: Record<Exclude<ColumnBasis, 'left-out' | 'guessed'>, IconComponent> = {
  automatic: IconCheck,
  remembered: IconHistory,
  chosen: IconUser,
}

/** Whether the user is asked to look at this column again. */
export function isDoubtful(kind: ImportKind, column: MappedColumn, open: OpenReadings): boolean {
  const isNumber = column.field !== null && NUMBER_FIELDS.includes(column.field)
  return (
    column.basis === 'guessed' ||
    column.isUnitOpen ||
    (open.dateOrder && column.field !== null && isDayFieldOf(kind, column.field)) ||
    (open.decimalSign && isNumber)
  )
}

/** The column beside which the file's decimal sign is shown: the amount before any other figure. */
function decimalSignColumn(columns: readonly MappedColumn[]): MappedColumn | undefined {
  const numbers = columns.filter(({ field }) => field !== null && NUMBER_FIELDS.includes(field))
  return (
    numbers.find(({ field }) => field === 'amount') ??
    numbers.find(({ field }) => field === 'unitPrice') ??
    numbers[0]
  )
}

/** Pieces are hardly ever counted in thousands, so that is offered only where the header says so. */
const offersUnit = ({ field, unitFactor, isUnitOpen }: MappedColumn) =>
  field !== null && SCALED_FIELDS.includes(field) && (field !== 'quantity' || unitFactor !== 1 || isUnitOpen)

/** Source columns, where each goes, why, and what stands in it. */
export function MappingTable(props: MappingTableProps) {
  const { inspection, columns, settings, open, focusHeader, onField, onUnit, onSettings } = props
  const { t } = useTranslation('import')
  const fields = useFieldChoices(inspection.kind)
  const numberColumn = decimalSignColumn(columns)
  // One order holds for every day of a file, so it is shown once.
  const dayColumn = columns.find(({ field }) => field !== null && isDayFieldOf(inspection.kind, field))

  const basis = (column: MappedColumn): ReactNode => {
    if (column.basis === 'left-out') return <span className={styles.faint}>—</span>
    if (isDoubtful(inspection.kind, column, open)) {
      return (
        <span className={styles.doubt}>
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden /> {t('mapping.bases.confirm')}
        </span>
      )
    }
    const known = column.basis === 'guessed' ? 'automatic' : column.basis
    const Icon = BASIS_ICONS[known]
    return (
      <span className={styles.basis}>
        <Icon size={14} stroke={1.6} aria-hidden /> {t(`mapping.bases.${known}`)}
      </span>
    )
  }

  const type = (column: MappedColumn) =>
    column.type === 'choice'
      ? t('mapping.types.choice', { count: column.distinctCount ?? 0 })
      : t(`mapping.types.${column.type}`)

  const reading = (column: MappedColumn): ReactNode => {
    if (column === dayColumn) {
      const order = settings.dateOrder ?? (open.dateOrder ? null : inspection.dateOrder)
      return (
        <DateOrderSelect
          column={column.header}
          order={order === 'ambiguous' ? null : order}
          onChange={(dateOrder) => onSettings({ dateOrder })}
        />
      )
    }
    const sign = settings.decimalSign ?? (open.decimalSign ? null : inspection.decimalSign)
    return (
      <>
        {offersUnit(column) && (
          <UnitSelect
            column={column.header}
            factor={column.unitFactor}
            onChange={(factor) => onUnit(column.header, factor)}
          />
        )}
        {column === numberColumn && inspection.decimalSign !== null && (
          <DecimalSignSelect
            column={column.header}
            sign={sign === 'ambiguous' ? null : sign}
            onChange={(decimalSign) => onSettings({ decimalSign })}
          />
        )}
      </>
    )
  }

  return (
    <SimpleTable
      label={t('mapping.label')}
      isHeaderSticky
      columns={[
        { key: 'column', label: t('mapping.column') },
        { key: 'field', label: t('mapping.field'), width: 148 },
        { key: 'basis', label: t('mapping.basis') },
        { key: 'sample', label: t('mapping.sample') },
      ]}
      rows={columns.map((column) => ({
        key: column.header,
        cells: [
          <span
            key="column"
            className={styles.header}
            data-left-out={column.field === null || undefined}
            title={column.header}
          >
            {column.header}
          </span>,
          <FieldSelect
            key="field"
            column={column}
            columns={columns}
            fields={fields}
            isDoubtful={isDoubtful(inspection.kind, column, open)}
            hasFocus={column.header === focusHeader}
            onChoose={(field) => onField(column.header, field)}
          />,
          basis(column),
          <span key="sample" className={styles.sample}>
            <span className={styles.type}>{type(column)}</span>
            {column.type !== 'empty' && (
              <bdi className={styles.sampleText} title={column.sample}>
                {column.sample}
              </bdi>
            )}
            {reading(column)}
          </span>,
        ],
      }))}
    />
  )
}
