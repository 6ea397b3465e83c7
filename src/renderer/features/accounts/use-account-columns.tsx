import { IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '#shared/contract/account.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { ClassLetter, Movement, OverrideMark } from '../../components/ClassLetter.tsx'
import { type Format, useFormat } from '../../components/format.tsx'
import type { GridColumn, GridEdit } from '../../components/grid/grid-column.ts'
import { Missing } from '../../components/Missing.tsx'
import type { Magnitude } from '../../components/number-format.ts'
import { Sparkline } from '../../components/Sparkline.tsx'
import styles from './Accounts.module.css'
import { isEditableField, TYPED_FIELDS } from './cell-revision.ts'
import { fieldShape } from './field-cell.ts'
import { typedText } from './field-revision.ts'
import type { ColumnKey, PlainColumn } from './grid-view.ts'
import { useAccountFields, useColumnNames } from './use-account-fields.ts'
import { columnUnit, writeCell } from './write-cell.ts'

type Shape = Pick<GridColumn<AccountRow>, 'width' | 'flex' | 'align' | 'isSortable' | 'isPinned'>

const MONEY: Shape = { width: 96, align: 'end', isSortable: true }
const PERCENT: Shape = { width: 96, align: 'end', isSortable: true }
const TEXT: Shape = { width: 92, isSortable: true }

const SHAPES: Record<PlainColumn, Shape> = {
  name: { width: 232, flex: 1, isSortable: true, isPinned: true },
  number: { width: 104, isSortable: true },
  valueClass: { width: 76, isSortable: true },
  scorePercent: { ...PERCENT, width: 76 },
  netSales: MONEY,
  growthPercent: PERCENT,
  trend: { width: 96 },
  marginPercent: PERCENT,
  rfm: { width: 72 },
  rfmSegment: { width: 124, isSortable: true },
  recencyDays: { width: 100, align: 'end', isSortable: true },
  orderCount: { width: 88, align: 'end', isSortable: true },
  abc: { width: 72, isSortable: true },
  pyramid: { width: 104, isSortable: true },
  grossSales: MONEY,
  returns: MONEY,
  priorNetSales: { ...MONEY, isSortable: false },
  coveragePercent: { width: 104, align: 'end' },
  accountManager: TEXT,
  city: { ...TEXT, width: 88 },
  industry: { ...TEXT, width: 112 },
  country: { ...TEXT, width: 88 },
}

interface NameCellProps {
  row: AccountRow
  onPreview: (row: AccountRow) => void
}

function NameCell({ row, onPreview }: NameCellProps) {
  const { t } = useTranslation('accounts')
  const label = t('preview.open', { name: row.name })
  return (
    <span className={styles.name}>
      <Link
        to="/accounts/$accountId"
        params={{ accountId: row.id }}
        className={styles.nameLink}
        title={row.name}
        tabIndex={-1}
      >
        {row.name}
      </Link>
      <button
        type="button"
        className={styles.peek}
        aria-label={label}
        title={label}
        tabIndex={-1}
        onClick={() => onPreview(row)}
      >
        <IconLayoutSidebarRightExpand size={16} stroke={1.6} aria-hidden />
      </button>
    </span>
  )
}

function ClassCell({ row }: { row: AccountRow }) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.class}>
      <ClassLetter valueClass={row.valueClass} />
      <Movement now={row.valueClass} before={row.previousValueClass} />
      {row.isOverridden && <OverrideMark computed={row.computedValueClass} />}
      {row.isProvisional && (
        <span className="ms-dimmed" title={t('provisional')}>
          ≈<span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{t('provisional')}</span>
        </span>
      )}
    </span>
  )
}

function cellOf(
  key: ColumnKey,
  row: AccountRow,
  write: (row: AccountRow) => string | null,
  onPreview: NameCellProps['onPreview'],
): ReactNode {
  switch (key) {
    case 'name':
      return <NameCell row={row} onPreview={onPreview} />
    case 'valueClass':
      return <ClassCell row={row} />
    case 'trend':
      return <Sparkline values={row.monthlySales} />
    case 'netSales':
      return <span style={{ fontWeight: 500 }}>{write(row)}</span>
    default:
      return write(row) ?? <Missing />
  }
}

function hintOf(key: ColumnKey, row: AccountRow, format: Format): string {
  if (isFieldKey(key)) {
    const value = row.fieldValues[fieldIdOf(key)]
    if (typeof value === 'object') return format.moneyFull(value.amount, value.currency)
    return typeof value === 'string' ? value : ''
  }
  switch (key) {
    case 'netSales':
    case 'grossSales':
    case 'returns':
    case 'priorNetSales':
      return format.moneyFull(row[key])
    case 'accountManager':
    case 'city':
    case 'industry':
    case 'country':
      return row[key] ?? ''
    default:
      return ''
  }
}

/** Typing into the cell; columns that are worked out, and those changed on the account itself, have none. */
function editOf(
  key: ColumnKey,
  format: Format,
  commit: GridEdit<AccountRow>['commit'],
): Pick<GridColumn<AccountRow>, 'edit'> {
  if (isFieldKey(key)) {
    return { edit: { text: (row) => typedText(row.fieldValues[fieldIdOf(key)], format), commit } }
  }
  if (!isEditableField(key) || !TYPED_FIELDS.includes(key)) return {}
  return { edit: { text: (row) => row[key] ?? '', commit } }
}

export interface AccountColumnsInput {
  keys: readonly ColumnKey[]
  /** In which the money columns are written. */
  magnitude: Magnitude
  onPreview: (row: AccountRow) => void
  onCommit: (row: AccountRow, field: string, text: string) => void
}

/** The grid's columns for the keys shown, in the user's language. */
export function useAccountColumns({
  keys,
  magnitude,
  onPreview,
  onCommit,
}: AccountColumnsInput): GridColumn<AccountRow>[] {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { fieldOf } = useAccountFields()
  const { columnName } = useColumnNames()
  // New columns would end the edit that Tab has just begun, so what they call is looked up when it is called.
  const live = useRef({ onPreview, onCommit })
  useEffect(() => {
    live.current = { onPreview, onCommit }
  })
  return useMemo(
    () =>
      keys.map((key): GridColumn<AccountRow> => {
        const unit = columnUnit(key, { magnitude, format, fieldOf })
        const name = columnName(key)
        const header = unit ? `${name} ${unit}` : name
        const field = isFieldKey(key) ? fieldOf(fieldIdOf(key)) : undefined
        const names = {
          valueClass: (row: AccountRow) => row.valueClass && tCommon(`valueClass.${row.valueClass}`),
          pyramid: (row: AccountRow) => row.pyramid && tCommon(`pyramid.${row.pyramid}`),
          rfmSegment: (row: AccountRow) => row.rfmSegment && tCommon(`rfmSegment.${row.rfmSegment}`),
        }
        const write = (row: AccountRow) => writeCell(key, row, { format, magnitude, names, fieldOf })
        return {
          ...(isFieldKey(key) ? fieldShape(field?.kind ?? 'text', header) : SHAPES[key]),
          key,
          header,
          headerHint: isFieldKey(key) ? name : t(`columnHint.${key}`),
          render: (row) => cellOf(key, row, write, (shown) => live.current.onPreview(shown)),
          hint: (row) => hintOf(key, row, format),
          ...editOf(key, format, (row, text) => live.current.onCommit(row, key, text)),
        }
      }),
    [keys, magnitude, t, tCommon, format, fieldOf, columnName],
  )
}
