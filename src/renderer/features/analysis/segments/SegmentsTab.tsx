import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { SegmentDrawer } from './SegmentDrawer.tsx'
import { detailToSegment, segmentToDetail } from './segment-key.ts'
import { useSegmentEdits } from './use-segment-edits.ts'
import { WorksheetTable } from './WorksheetTable.tsx'

type Worksheet = OutputOf<'segment.worksheet'>

function Filled({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const { detail, setDetail } = useAnalysisSearch()
  const { data: workspace } = useCall('workspace.current', {})
  const edits = useSegmentEdits()
  const isReadOnly = workspace?.isReadOnly ?? false
  const close = useCallback(() => setDetail(undefined), [setDetail])
  const { rows, asOf, year } = worksheet
  const named = rows.filter(({ segment }) => segment !== null)
  const opened = detailToSegment(detail)
  const active = opened === undefined ? undefined : rows.find(({ segment }) => segment === opened)
  const largest = named[0]
  const planned = rows.filter(({ nextAction }) => nextAction !== null).length
  const sentence = largest
    ? t('sentence', {
        count: format.number(named.length),
        name: largest.segment ?? t('none'),
        percent: format.percent(largest.sharePercent),
        open: format.number(rows.length - planned),
      })
    : t('sentenceNone')
  const note = [
    asOf === null ? null : t('note.asOf', { day: format.day(asOf) }),
    year === null ? null : t('note.year', { year }),
    t('note.rule'),
  ].filter((part) => part !== null)
  return (
    <AnalysisView
      sentence={sentence}
      note={note.join(' · ')}
      isFilling
      drawer={
        active && (
          <SegmentDrawer
            row={active}
            segments={named.flatMap(({ segment }) => segment ?? [])}
            edits={edits}
            isReadOnly={isReadOnly}
            onClose={close}
          />
        )
      }
    >
      <WorksheetTable
        rows={rows}
        activeSegment={active?.segment}
        edits={edits}
        isReadOnly={isReadOnly}
        onOpen={(segment) => setDetail(segmentToDetail(segment))}
      />
    </AnalysisView>
  )
}

/** Best and worst customer of every market segment, with what is to be done next. */
export function SegmentsTab() {
  const { t } = useTranslation('segments')
  const { data, error } = useCall('segment.worksheet', {}, { keepPrevious: true })
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  if (data.rows.length === 0) {
    return (
      <ImportFirst title={t('empty.title')} action={t('empty.action')}>
        {t('empty.text')}
      </ImportFirst>
    )
  }
  return <Filled worksheet={data} />
}
