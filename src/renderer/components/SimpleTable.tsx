import { Table, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './SimpleTable.module.css'

export interface SimpleColumn {
  key: string
  label: ReactNode
  /** For columns of buttons: the label is there for screen readers alone. */
  isLabelHidden?: boolean
  align?: 'start' | 'end'
  /** Pixels or percent; shared out when left out. */
  width?: number | string
}

export interface SimpleRow {
  key: string
  /** One per column. */
  cells: readonly ReactNode[]
  isSelected?: boolean
  /** Makes the row act on a click; give the first cell a link or button for the keyboard. */
  onClick?: () => void
}

export interface SimpleTableProps {
  /** Accessible name. */
  label: string
  columns: readonly SimpleColumn[]
  rows: readonly SimpleRow[]
  footer?: readonly ReactNode[]
  /** Without the outer 16 px, inside a padded panel. */
  isTight?: boolean
  /** Header stays while the rows scroll. */
  isHeaderSticky?: boolean
}

/** A short table: 32 px rows, hairlines between them, numbers at the right. */
export function SimpleTable(props: SimpleTableProps) {
  const { label, columns, rows, footer, isTight = false, isHeaderSticky = false } = props
  return (
    <Table
      className={styles.table}
      aria-label={label}
      data-tight={isTight || undefined}
      stickyHeader={isHeaderSticky}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} scope="col" data-align={column.align} w={column.width}>
              {column.isLabelHidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr
            key={row.key}
            data-selected={row.isSelected || undefined}
            data-clickable={row.onClick ? true : undefined}
            onClick={row.onClick}
          >
            {columns.map((column, index) => (
              <Table.Td key={column.key} data-align={column.align}>
                {row.cells[index]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {footer && (
        <Table.Tfoot>
          <Table.Tr>
            {columns.map((column, index) => (
              <Table.Td key={column.key} data-align={column.align}>
                {footer[index]}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  )
}
