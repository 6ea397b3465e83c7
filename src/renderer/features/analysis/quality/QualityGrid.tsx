import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QUALITY_SORT_FIELDS, type QualityRow } from '#shared/contract/quality.ts'
import { QUALITY_PARTS } from '#shared/domain/sales-quality.ts'
import { fetchCall } from '../../../api/fetch-call.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { type GridColumn, type GridSort, knownSort } from '../../../components/grid/grid-column.ts'
import type { LoadGridPage } from '../../../components/grid/grid-datasource.ts'
import { Missing } from '../../../components/Missing.tsx'
import { AccountGrid, accountColumn } from '../AccountGrid.tsx'
import { KindChoice } from '../KindChoice.tsx'

const KINDS = ['all', 'weak', 'signs'] as const
export type QualityKind = (typeof KINDS)[number]

const LARGEST_FIRST = { field: 'netSales', descending: true } as const

const inputSort = (sort: readonly GridSort[]) => knownSort(sort, QUALITY_SORT_FIELDS, LARGEST_FIRST)

function useColumns(onOpen: (id: string) => void): GridColumn<QualityRow>[] {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return useMemo(
    () => [
      accountColumn({ header: t('column.name'), width: 200, onOpen }),
      {
        key: 'netSales',
        header: t('column.netSales'),
        width: 116,
        align: 'end',
        isSortable: true,
        render: (row) => format.money(row.netSales),
        hint: (row) => format.moneyFull(row.netSales),
      },
      {
        key: 'scorePercent',
        header: t('column.score'),
        width: 100,
        align: 'end',
        isSortable: true,
        render: (row) =>
          row.scorePercent === null ? (
            <Missing />
          ) : (
            <span>
              {row.coveragePercent < 100 && <span className="ms-dimmed">≈ </span>}
              <strong>{format.number(row.scorePercent, 0)}</strong>
            </span>
          ),
        hint: (row) => t('hint.coverage', { percent: format.percent(row.coveragePercent, 0) }),
      },
      ...QUALITY_PARTS.map(
        (part, place): GridColumn<QualityRow> => ({
          key: part,
          header: t(`part.${part}`),
          width: 120,
          yields: place,
          align: 'end',
          isSortable: true,
          render: (row) => {
            const { value } = row.parts[part]
            return value === null ? <Missing /> : format.percent(value)
          },
          hint: (row) => {
            const { points, coveredPercent } = row.parts[part]
            return t('hint.part', {
              points: format.number(points, 0),
              percent: format.percent(coveredPercent, 0),
            })
          },
        }),
      ),
      {
        key: 'signCount',
        header: t('column.signs'),
        headerHint: t('column.signsHint'),
        width: 88,
        align: 'end',
        isSortable: true,
        render: (row) => (row.signCount === 0 ? <span className="ms-dimmed">0</span> : row.signCount),
      },
    ],
    [t, format, onOpen],
  )
}

/** Every account with sales in the window: volume, score and its four parts. */
export function QualityGrid({
  kind,
  onKind,
  activeId,
  onOpen,
}: {
  kind: QualityKind
  onKind: (kind: QualityKind) => void
  activeId: string | null
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort[]>([LARGEST_FIRST])
  const columns = useColumns(onOpen)
  const first = useCall(
    'quality.list',
    { kind, sort: inputSort(sort), offset: 0, limit: 1 },
    { keepPrevious: true },
  )
  const loadPage = useCallback<LoadGridPage<QualityRow>>(
    ({ offset, limit, sort: order }) =>
      fetchCall('quality.list', { kind, sort: inputSort(order), offset, limit }),
    [kind],
  )
  return (
    <AccountGrid<QualityRow>
      label={t('grid.label')}
      head={
        <KindChoice
          label={t('grid.kind')}
          kinds={KINDS.map((value) => ({ value, label: t(`grid.${value}`) }))}
          kind={kind}
          onKind={onKind}
          count={
            first.data &&
            t('grid.count', { count: first.data.total, figure: format.number(first.data.total) })
          }
        />
      }
      columns={columns}
      loadPage={loadPage}
      revision={first.dataUpdatedAt}
      sort={sort}
      onSort={setSort}
      activeId={activeId}
      onOpen={onOpen}
    />
  )
}
