import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '#shared/contract/account.ts'
import { copyText } from '../../components/copy-text.ts'
import { useFormat } from '../../components/format.tsx'
import { type GridSelection, isSelected, selectedCount } from '../../components/grid/grid-column.ts'
import type { Magnitude } from '../../components/number-format.ts'
import { showToast } from '../../components/toast.ts'
import { tabSeparated } from './copy-rows.ts'
import type { ColumnKey } from './grid-view.ts'
import { useAccountFields, useColumnNames } from './use-account-fields.ts'
import type { AccountPages } from './use-account-pages.ts'
import { columnUnit, writeCell } from './write-cell.ts'

export interface CopyRowsInput {
  pages: AccountPages
  selection: GridSelection
  total: number
  columns: readonly ColumnKey[]
  magnitude: Magnitude
}

/** Copies the selected rows with their header for a spreadsheet; what is missing is written as missing. */
export function useCopyRows({ pages, selection, total, columns, magnitude }: CopyRowsInput): () => void {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const { fieldOf } = useAccountFields()
  const { columnName } = useColumnNames()
  const format = useFormat()
  const { loadedRow, listRows } = pages

  return useCallback(() => {
    const names = {
      valueClass: (row: AccountRow) => row.valueClass && tCommon(`valueClass.${row.valueClass}`),
      pyramid: (row: AccountRow) => row.pyramid && tCommon(`pyramid.${row.pyramid}`),
      rfmSegment: (row: AccountRow) => row.rfmSegment && tCommon(`rfmSegment.${row.rfmSegment}`),
    }
    const copy = (rows: readonly AccountRow[]) => {
      const header = columns.map((key) =>
        [columnName(key), columnUnit(key, { magnitude, format, fieldOf })]
          .filter((part) => part !== '')
          .join(' '),
      )
      const cells = rows.map((row) =>
        columns.map((key) => writeCell(key, row, { format, magnitude, names, fieldOf }) ?? format.missing),
      )
      copyText(tabSeparated(header, cells))
      showToast({ message: t('toast.copied', { count: rows.length }) })
    }
    const marked = [...selection.ids].map((id) => loadedRow(id))
    const known = marked.filter((row) => row !== undefined)
    if (!selection.isAll && known.length === marked.length) copy(known)
    else {
      void listRows(0, total).then((rows) => copy(rows.filter((row) => isSelected(selection, row.id))))
    }
  }, [t, tCommon, format, fieldOf, columnName, columns, magnitude, selection, total, loadedRow, listRows])
}

/** Ids of the selected rows; everything but the unmarked ones where all are selected. */
export async function selectedIds(
  selection: GridSelection,
  total: number,
  listIds: () => Promise<string[]>,
): Promise<string[]> {
  if (selectedCount(selection, total) === 0) return []
  if (!selection.isAll) return [...selection.ids]
  return (await listIds()).filter((id) => isSelected(selection, id))
}
