import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { addDays, addMonths, type Day, monthOf } from '#shared/domain/calendar.ts'
import { id as anyId } from '#shared/domain/id.ts'
import { fetchCall } from '../../../api/fetch-call.ts'
import { useCall } from '../../../api/use-call.ts'
import { ChartPanel } from '../../../charts/ChartPanel.tsx'
import { useChartColours } from '../../../charts/chart-theme.ts'
import { useFormat } from '../../../components/format.tsx'
import { DataGrid } from '../../../components/grid/DataGrid.tsx'
import type { LoadGridPage } from '../../../components/grid/grid-datasource.ts'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { type LineFilter, LineFilters } from './LineFilters.tsx'
import { monthsOption } from './months-option.ts'
import styles from './Trade.module.css'
import { monthRange, shownMonths, tradeTotals } from './trade-months.ts'
import { type PlacedLine, useLineColumns } from './use-line-columns.tsx'

type History = OutputOf<'account.history'>

const MONTH = /^\d{4}-\d{2}$/
const lineId = (line: PlacedLine) => String(line.place)
const lineName = (line: PlacedLine) => line.orderNumber

/** A link from elsewhere names a month, a category, or lines without one. */
function filterOf(detail: string | undefined): LineFilter {
  const all: LineFilter = { period: 'all', categoryId: undefined, kind: 'all' }
  if (detail === undefined) return all
  if (MONTH.test(detail)) return { ...all, period: detail }
  if (detail === 'none') return { ...all, period: 'window', categoryId: null }
  return anyId.safeParse(detail).success ? { ...all, period: 'window', categoryId: detail } : all
}

function MonthsPanel({
  history,
  period,
  onMonth,
}: {
  history: History
  period: string
  onMonth: (month: string) => void
}) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const colours = useChartColours()
  const months = useMemo(() => shownMonths(history.months), [history.months])
  const totals = tradeTotals(history.months.slice(-history.windowMonths))
  const magnitude = format.magnitudeOf(Math.max(0, ...months.map(({ gross }) => gross)))
  const unit = `${format.currency ? format.currencySymbol(format.currency) : ''}${magnitude.mark}`
  const texts = { gross: t('trade.gross'), returns: t('trade.returns'), net: t('trade.net') }
  const chosen = months.find(({ month }) => format.month(month) === period)?.month ?? null
  const title = t('trade.title', {
    count: history.windowMonths,
    net: format.money(totals.net),
    percent: format.percent(totals.returnsPercent),
  })
  const pick = (index: number) => {
    const month = months[index]?.month
    if (month !== undefined) onMonth(format.month(month))
  }
  return (
    <ChartPanel
      title={title}
      note={t('trade.note', { unit })}
      ariaLabel={title}
      onSelect={({ dataIndex }) => pick(dataIndex)}
      option={monthsOption({
        months,
        chosen,
        month: format.month,
        amount: (value) => format.amountIn(value, magnitude),
        money: format.money,
        texts,
        colours,
      })}
      table={{
        columns: [
          { key: 'month', label: t('trade.month') },
          { key: 'orders', label: t('sales.stat.orders'), align: 'end' },
          { key: 'gross', label: texts.gross, align: 'end' },
          { key: 'returns', label: texts.returns, align: 'end' },
          { key: 'net', label: texts.net, align: 'end' },
        ],
        rows: [...months].reverse().map(({ month, orderCount, gross, returns, net }) => ({
          key: String(month),
          cells: [
            format.month(month),
            format.number(orderCount),
            format.money(gross),
            format.money(-returns),
            format.money(net),
          ],
        })),
      }}
    />
  )
}

function useLinesInput(id: string, filter: LineFilter, asOf: Day | null, windowMonths: number) {
  return useMemo(() => {
    const month = MONTH.test(filter.period) ? monthOf(`${filter.period}-01`) : null
    const range =
      asOf === null
        ? {}
        : month !== null
          ? monthRange(month, asOf)
          : filter.period === 'window'
            ? { from: addDays(addMonths(asOf, -windowMonths), 1), to: asOf }
            : {}
    return {
      id,
      ...range,
      ...(filter.categoryId === undefined ? {} : { categoryId: filter.categoryId }),
      kind: filter.kind,
    } satisfies Partial<InputOf<'account.listLines'>>
  }, [id, filter, asOf, windowMonths])
}

function Lines({
  detail,
  history,
  filter,
  onFilter,
}: {
  detail: AccountDetail
  history: History
  filter: LineFilter
  onFilter: (filter: LineFilter) => void
}) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const input = useLinesInput(detail.row.id, filter, history.asOf, history.windowMonths)
  const summary = useCall('account.listLines', { ...input, offset: 0, limit: 1 }, { keepPrevious: true })
  const { data: rates } = useCall('currency.listRates', {})
  const columns = useLineColumns(
    (rates ?? []).some(({ lineCount, currency }) => lineCount > 0 && currency !== format.currency),
  )
  const loadPage = useCallback<LoadGridPage<PlacedLine>>(
    async ({ offset, limit }) => {
      const { rows, total } = await fetchCall('account.listLines', { ...input, offset, limit })
      return { rows: rows.map((line, index) => ({ ...line, place: offset + index })), total }
    },
    [input],
  )
  const months = [...history.months].reverse().map(({ month }) => format.month(month))
  const categories = history.categories.map(({ categoryId, category }) => ({
    id: categoryId,
    name: category ?? t('sales.noCategory'),
  }))
  return (
    <section className={styles.lines} aria-label={t('trade.lines')}>
      <div className={styles.filters}>
        <LineFilters filter={filter} months={months} categories={categories} onChange={onFilter} />
        <span className={styles.space} />
        {summary.data && (
          <span className="ms-number">
            {t('trade.count', { count: summary.data.total, figure: format.number(summary.data.total) })}{' '}
            <b title={format.moneyFull(summary.data.sum)}>{format.money(summary.data.sum)}</b>
          </span>
        )}
      </div>
      <div className={styles.grid}>
        <DataGrid<PlacedLine>
          label={t('trade.lines')}
          columns={columns}
          rowId={lineId}
          rowName={lineName}
          loadPage={loadPage}
          revision={summary.dataUpdatedAt}
          sort={NO_SORT}
          onSort={keepSort}
        />
      </div>
    </section>
  )
}
const NO_SORT = [] as const
const keepSort = () => undefined

/** What went back and forth: months in a picture, and every order line behind them. */
export function TradeTab({ detail, opened }: { detail: AccountDetail; opened: string | undefined }) {
  const { t } = useTranslation('account')
  const { data: history } = useCall('account.history', { id: detail.row.id })
  const [filter, setFilter] = useState<LineFilter>(() => filterOf(opened))
  if (!history) return <LoadingLine />
  if (history.months.length === 0) {
    return (
      <Panel title={t('sales.titleNever')}>
        <p className="ms-dimmed">{t('sales.neverText')}</p>
      </Panel>
    )
  }
  const toMonth = (month: string) => setFilter({ ...filter, period: filter.period === month ? 'all' : month })
  return (
    <div className={styles.view}>
      <MonthsPanel history={history} period={filter.period} onMonth={toMonth} />
      <Lines detail={detail} history={history} filter={filter} onFilter={setFilter} />
    </div>
  )
}
