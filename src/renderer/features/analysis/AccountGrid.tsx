import type { ReactNode } from 'react'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { DataGrid, type DataGridProps } from '../../components/grid/DataGrid.tsx'
import type { GridColumn } from '../../components/grid/grid-column.ts'
import { AccountCell } from './AccountCell.tsx'
import styles from './Analysis.module.css'

/** What every analysis says of an account beside its own figures. */
export interface AnalysedAccount {
  id: string
  name: string
  valueClass: ValueClass | null
}

/** The column of the account itself; it takes the width the figures leave. */
export const accountColumn = <Row extends AnalysedAccount>({
  header,
  width,
  onOpen,
}: {
  header: string
  width: number
  onOpen: (id: string) => void
}): GridColumn<Row> => ({
  key: 'name',
  header,
  width,
  flex: 1,
  isSortable: true,
  render: (row) => <AccountCell name={row.name} valueClass={row.valueClass} onOpen={() => onOpen(row.id)} />,
})

type GridState<Row extends object> = Pick<
  DataGridProps<Row>,
  'label' | 'columns' | 'loadPage' | 'revision' | 'sort' | 'onSort'
>

export interface AccountGridProps<Row extends AnalysedAccount> extends GridState<Row> {
  /** The line above the columns. */
  head: ReactNode
  activeId: string | null
  onOpen: (id: string) => void
}

const rowId = ({ id }: AnalysedAccount) => id
const rowName = ({ name }: AnalysedAccount) => name

/**
 * One analysis of every account, filling what is left of the view under its own line of filters. Walking the
 * rows or opening one shows what its figures are made of.
 */
export function AccountGrid<Row extends AnalysedAccount>({
  head,
  activeId,
  onOpen,
  ...grid
}: AccountGridProps<Row>) {
  const open = (row: Row) => onOpen(row.id)
  return (
    <section className={styles.section} aria-label={grid.label}>
      <div className={styles.sectionHead}>{head}</div>
      <div className={styles.sectionGrid}>
        <DataGrid<Row>
          {...grid}
          rowId={rowId}
          rowName={rowName}
          activeId={activeId}
          onPreview={open}
          onOpen={open}
        />
      </div>
    </section>
  )
}
