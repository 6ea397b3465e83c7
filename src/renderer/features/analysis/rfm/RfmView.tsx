import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RFM_METHODS } from '#shared/domain/rfm.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { ImportFirst } from '../../../components/ImportFirst.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { AnalysisView } from '../AnalysisView.tsx'
import { useAnalysisSearch } from '../use-analysis-search.ts'
import { RfmCellDrawer } from './RfmCellDrawer.tsx'
import { RfmGridPanel } from './RfmGridPanel.tsx'
import styles from './RfmView.module.css'
import { cellKey, readCellKey } from './rfm-cell.ts'
import { SegmentsPanel } from './SegmentsPanel.tsx'

/** Who bought lately and often: a grid of recency and frequency, its segments, and the accounts behind both. */
export function RfmView() {
  const { t } = useTranslation('rfm')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const tell = useUndoToast()
  const { detail, setDetail } = useAnalysisSearch()
  const { data, error, isPending } = useCall('rfm.grid', {})
  const { mutate: revise } = useCommand('settings.revise', { onSuccess: () => tell(t('method.changed')) })

  if (error) return <ErrorNotice failure={error} />
  if (isPending) return <LoadingLine />
  if (!data) {
    return (
      <ImportFirst title={t('empty.title')} action={t('empty.act')}>
        {t('empty.text')}
      </ImportFirst>
    )
  }
  const largest = data.segments.reduce((most, one) => (one.netSales > most.netSales ? one : most))
  const cell = readCellKey(detail)
  const isFallback = data.method !== data.wantedMethod
  return (
    <AnalysisView
      sentence={t('sentence', {
        count: largest.count,
        total: format.number(data.customerCount),
        segment: tCommon(`rfmSegment.${largest.segment}`),
        share: format.percent(largest.sharePercent),
      })}
      note={[
        t('note', { day: format.day(data.asOf), months: data.windowMonths }),
        isFallback ? t('method.fallback') : t(`method.note.${data.method}`),
        data.isSetByModel ? t('method.setByModel') : '',
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('method.label')}
          value={data.wantedMethod}
          disabled={data.isSetByModel}
          data={RFM_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
          onChange={(value) => {
            const rfmMethod = RFM_METHODS.find((one) => one === value)
            if (rfmMethod && rfmMethod !== data.wantedMethod) revise({ rfmMethod })
          }}
        />
      }
      status={
        <span>{t('status', { count: data.customerCount, figure: format.number(data.customerCount) })}</span>
      }
      drawer={cell && <RfmCellDrawer key={detail} cell={cell} onClose={() => setDetail(undefined)} />}
    >
      <div className={styles.room}>
        <div className={styles.board}>
          <RfmGridPanel grid={data} opened={cell} onOpen={(next) => setDetail(cellKey(next))} />
          <SegmentsPanel grid={data} />
        </div>
      </div>
    </AnalysisView>
  )
}
