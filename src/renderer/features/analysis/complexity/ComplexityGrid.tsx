import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COMPLEXITY_SORT_FIELDS, type ComplexityRow } from '#shared/contract/segment.ts'
import { COMPLEXITY_COUNTS } from '#shared/domain/relationship-complexity.ts'
import { fetchCall } from '../../../api/fetch-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { type GridColumn, type GridSort, knownSort } from '../../../components/grid/grid-column.ts'
import type { LoadGridPage } from '../../../components/grid/grid-datasource.ts'
import { Missing } from '../../../components/Missing.tsx'
import { AccountGrid, accountColumn } from '../AccountGrid.tsx'
import own from './Complexity.module.css'

/** As wide as their names in English. */
const FACTOR_WIDTHS = { segments: 96, products: 92, channels: 92, enterprises: 108 } as const
const MOST_COMPLEX_FIRST = { field: 'cells', descending: true } as const

const inputSort = (sort: readonly GridSort[]) => knownSort(sort, COMPLEXITY_SORT_FIELDS, MOST_COMPLEX_FIRST)

function useColumns(onOpen: (id: string) => void): GridColumn<ComplexityRow>[] {
  const { t } = useTranslation('segments')
  const format = useFormat()
  return useMemo(
    () => [
      accountColumn({ header: t('complexity.column.name'), width: 160, onOpen }),
      {
        key: 'netSales',
        header: t('complexity.column.netSales'),
        width: 100,
        yields: 1,
        align: 'end',
        isSortable: true,
        render: (row) => format.money(row.netSales),
        hint: (row) => format.moneyFull(row.netSales),
      },
      ...COMPLEXITY_COUNTS.map(
        (factor): GridColumn<ComplexityRow> => ({
          key: factor,
          header: t(`complexity.factor.${factor}`),
          width: FACTOR_WIDTHS[factor],
          align: 'end',
          isSortable: true,
          render: (row) => {
            const { count, corrected, counted } = row.factors[factor]
            if (corrected) return <span className={own.corrected}>{format.number(count)}</span>
            return counted === null ? (
              <span className="ms-dimmed">{format.number(count)}</span>
            ) : (
              format.number(count)
            )
          },
          hint: (row) => {
            const { corrected, counted } = row.factors[factor]
            if (corrected)
              return t('complexity.correctedBy', { author: corrected.author, note: corrected.note })
            return counted === null ? t('complexity.assumed') : t('complexity.counted')
          },
        }),
      ),
      {
        key: 'cells',
        header: t('complexity.column.cells'),
        headerHint: t('complexity.formula'),
        width: 68,
        align: 'end',
        isSortable: true,
        render: (row) => <strong>{format.number(row.cells)}</strong>,
      },
      {
        key: 'log2',
        header: t('complexity.column.log2'),
        width: 72,
        yields: 2,
        align: 'end',
        render: (row) => format.decimal(row.log2, 2),
      },
      {
        key: 'coveragePercent',
        header: t('complexity.column.coverage'),
        headerHint: t('complexity.coverageHint'),
        width: 92,
        align: 'end',
        isSortable: true,
        render: (row) =>
          row.coveragePercent === null ? <Missing /> : format.percent(row.coveragePercent, 0),
        hint: (row) =>
          t('complexity.served', {
            served: format.number(row.served.count),
            cells: format.number(row.cells),
          }),
      },
    ],
    [t, format, onOpen],
  )
}

/** Every trading account with its four factors, R and what of it is served. */
export function ComplexityGrid({
  revision,
  activeId,
  onOpen,
}: {
  /** Changes when the answers do. */
  revision: number
  activeId: string | null
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('segments')
  const [sort, setSort] = useState<GridSort[]>([MOST_COMPLEX_FIRST])
  const columns = useColumns(onOpen)
  const loadPage = useCallback<LoadGridPage<ComplexityRow>>(async ({ offset, limit, sort: order }) => {
    const page = { sort: inputSort(order), offset, limit }
    const { rows, total } = await fetchCall('segment.listComplexity', page)
    return { rows, total }
  }, [])
  return (
    <AccountGrid<ComplexityRow>
      label={t('complexity.title')}
      head={<span className="ms-dimmed">{t('complexity.formula')}</span>}
      columns={columns}
      loadPage={loadPage}
      revision={revision}
      sort={sort}
      onSort={setSort}
      activeId={activeId}
      onOpen={onOpen}
    />
  )
}
