import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  type AccountFilter,
  type AccountRow,
  type AccountSort,
  accountSort,
} from '#shared/contract/account.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { affectedOperationNouns } from '../../api/affected-operations.ts'
import { onEvent } from '../../api/client.ts'
import { fetchCall } from '../../api/fetch-call.ts'
import type { GridSort } from '../../components/grid/grid-column.ts'
import type { LoadGridPage } from '../../components/grid/grid-datasource.ts'

/** The grid's sort as the contract writes it; a column without a sort field is left out. */
export function accountSortOf(sort: readonly GridSort[]): AccountSort[] {
  return sort.flatMap(({ field, descending }) => {
    const parsed = accountSort.shape.field.safeParse(field)
    return parsed.success ? [{ field: parsed.data, descending }] : []
  })
}

/** Counts the changes that make listed accounts stale. */
export function useAccountRevision(): number {
  const [revision, setRevision] = useState(0)
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'changed' && affectedOperationNouns(event.nouns).has('account')) {
          setRevision((count) => count + 1)
        }
      }),
    [],
  )
  return revision
}

export interface AccountPages {
  loadPage: LoadGridPage<AccountRow>
  /** A row seen so far, as it was last loaded. */
  loadedRow: (id: string) => AccountRow | undefined
  /** All rows of the view from an offset on, at most `limit`. */
  listRows: (offset: number, limit: number) => Promise<AccountRow[]>
}

const MOST_PER_CALL = 1000
const NO_SORT: readonly AccountSort[] = []

/** Pages of accounts for the grid, remembered by row. */
export function useAccountPages(
  filter: AccountFilter,
  sort: readonly AccountSort[],
  columns: readonly string[],
): AccountPages {
  // The grid knows no order of a column it does not show, so that order is given to it here.
  const isShown = sort.every(({ field }) => columns.includes(field))
  const hiddenSort = isShown ? NO_SORT : sort
  // A column of the grid's own that is shown or hidden leaves the rows as they are.
  const shownFields = columns.filter(isFieldKey).map(fieldIdOf).sort().join(' ')
  const fieldIds = useMemo(() => shownFields.split(' ').filter((id) => id !== ''), [shownFields])
  const loaded = useRef(new Map<string, AccountRow>())
  const loadPage = useCallback<LoadGridPage<AccountRow>>(
    async ({ offset, limit, sort: gridSort }) => {
      const shown = accountSortOf(gridSort)
      const { rows, total } = await fetchCall('account.list', {
        filter,
        sort: shown.length > 0 ? shown : [...hiddenSort],
        fieldIds,
        offset,
        limit,
      })
      for (const row of rows) loaded.current.set(row.id, row)
      return { rows, total }
    },
    [filter, hiddenSort, fieldIds],
  )

  const listRows = useCallback(
    async (offset: number, limit: number) => {
      const rows: AccountRow[] = []
      while (rows.length < limit) {
        const page = await fetchCall('account.list', {
          filter,
          sort: [...sort],
          fieldIds,
          offset: offset + rows.length,
          limit: Math.min(MOST_PER_CALL, limit - rows.length),
        })
        rows.push(...page.rows)
        if (page.rows.length === 0 || offset + rows.length >= page.total) break
      }
      return rows
    },
    [filter, sort, fieldIds],
  )

  const loadedRow = useCallback((id: string) => loaded.current.get(id), [])
  return { loadedRow, loadPage, listRows }
}
