import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CONTRIBUTION_SORT_FIELDS,
  type ContributionPortfolio,
  type ContributionRow,
} from '#shared/contract/contribution.ts'
import { fetchCall } from '../../../api/fetch-call.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { type GridColumn, type GridSort, knownSort } from '../../../components/grid/grid-column.ts'
import type { LoadGridPage } from '../../../components/grid/grid-datasource.ts'
import { Missing } from '../../../components/Missing.tsx'
import { AccountGrid, accountColumn } from '../AccountGrid.tsx'
import { KindChoice } from '../KindChoice.tsx'

const KINDS = ['all', 'gaining', 'costing', 'unknown'] as const
type Kind = (typeof KINDS)[number]

const BEST_FIRST = { field: 'contribution', descending: true } as const

const inputSort = (sort: readonly GridSort[]) => knownSort(sort, CONTRIBUTION_SORT_FIELDS, BEST_FIRST)

function useColumns(onOpen: (id: string) => void): GridColumn<ContributionRow>[] {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  return useMemo(() => {
    const money = (
      key: 'netSales' | 'grossMargin' | 'costToServe' | 'contribution',
      hint: (row: ContributionRow) => string,
    ): GridColumn<ContributionRow> => ({
      key,
      header: t(`column.${key}`),
      width: key === 'contribution' ? 132 : 116,
      align: 'end',
      isSortable: true,
      render: (row) => {
        const value = row[key]
        if (value === null) return <Missing />
        return key === 'contribution' ? <strong>{format.money(value)}</strong> : format.money(value)
      },
      hint,
    })
    return [
      {
        key: 'rank',
        header: t('column.rank'),
        width: 64,
        align: 'end',
        render: (row) => row.rank ?? <Missing />,
      },
      accountColumn({ header: t('column.name'), width: 200, onOpen }),
      money('netSales', (row) => format.moneyFull(row.netSales)),
      money('grossMargin', (row) =>
        row.marginCoveragePercent === null
          ? format.moneyFull(row.grossMargin)
          : t('hint.margin', {
              amount: format.moneyFull(row.grossMargin),
              percent: format.percent(row.marginCoveragePercent, 0),
            }),
      ),
      money('costToServe', (row) =>
        t('hint.cost', {
          amount: format.moneyFull(row.costToServe),
          percent: format.percent(row.costCoveragePercent, 0),
        }),
      ),
      money('contribution', (row) => format.moneyFull(row.contribution)),
      {
        key: 'contributionPercent',
        header: t('column.contributionPercent'),
        width: 116,
        yields: 1,
        align: 'end',
        isSortable: true,
        render: (row) =>
          row.contributionPercent === null ? <Missing /> : format.percent(row.contributionPercent),
      },
      {
        key: 'coverage',
        header: t('column.coverage'),
        headerHint: t('column.coverageHint'),
        width: 88,
        yields: 2,
        align: 'end',
        render: (row) => {
          const known = Math.min(row.marginCoveragePercent ?? 100, row.costCoveragePercent ?? 0)
          return <span className={known < 100 ? undefined : 'ms-dimmed'}>{format.percent(known, 0)}</span>
        },
      },
    ]
  }, [t, format, onOpen])
}

/** Every account of the year, by what it leaves. */
export function ContributionGrid({
  portfolio,
  activeId,
  onOpen,
}: {
  portfolio: ContributionPortfolio
  activeId: string | null
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const [kind, setKind] = useState<Kind>('all')
  const [sort, setSort] = useState<GridSort[]>([BEST_FIRST])
  const { year } = portfolio
  const columns = useColumns(onOpen)
  const first = useCall(
    'contribution.list',
    { year, kind, sort: inputSort(sort), offset: 0, limit: 1 },
    { keepPrevious: true },
  )
  const loadPage = useCallback<LoadGridPage<ContributionRow>>(
    ({ offset, limit, sort: order }) =>
      fetchCall('contribution.list', { year, kind, sort: inputSort(order), offset, limit }),
    [year, kind],
  )
  return (
    <AccountGrid<ContributionRow>
      label={t('grid.label')}
      head={
        <KindChoice
          label={t('grid.kind')}
          kinds={KINDS.map((value) => ({ value, label: t(`grid.${value}`) }))}
          kind={kind}
          onKind={setKind}
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
