import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { ComplexityDrawer } from './ComplexityDrawer.tsx'
import { ComplexityGrid } from './ComplexityGrid.tsx'

/** How many-sided each relationship is, and how much of that is served. */
export function ComplexityTab() {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const { account, openAccount } = useAnalysisSearch()
  const { data: workspace } = useCall('workspace.current', {})
  const close = useCallback(() => openAccount(undefined), [openAccount])
  const { data, error, dataUpdatedAt } = useCall(
    'segment.listComplexity',
    { sort: { field: 'cells', descending: true }, offset: 0, limit: 1 },
    { keepPrevious: true },
  )
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  if (data.total === 0 || data.largest === null) {
    return (
      <ImportFirst title={t('complexity.empty.title')} action={t('empty.action')}>
        {t('complexity.empty.text')}
      </ImportFirst>
    )
  }
  const { largest, medianCells, medianCoveragePercent, thinCount, total } = data
  const note = [
    data.from && data.asOf ? `${format.day(data.from)} – ${format.day(data.asOf)}` : null,
    t('complexity.note.median', {
      cells: format.number(medianCells, 1),
      percent: format.percent(medianCoveragePercent, 0),
    }),
    t('complexity.note.accounts', { count: total, figure: format.number(total) }),
  ].filter((part) => part !== null)
  return (
    <AnalysisView
      sentence={t('complexity.sentence', {
        name: largest.name,
        cells: format.number(largest.cells),
        count: thinCount,
      })}
      note={note.join(' · ')}
      isFilling
      drawer={
        account && (
          <ComplexityDrawer id={account} isReadOnly={workspace?.isReadOnly ?? false} onClose={close} />
        )
      }
    >
      <ComplexityGrid revision={dataUpdatedAt} activeId={account ?? null} onOpen={openAccount} />
    </AnalysisView>
  )
}
