import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Periods.module.css'
import { quarterName } from './quarter-name.ts'

/** The quarters that were announced; nothing that comes later changes them. */
export function PublishedPanel() {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { data, error } = useCall('publication.list', {})
  const published = data?.published ?? []
  const [newest] = published
  return (
    <Panel
      title={
        newest
          ? t('published.title', { count: published.length, quarter: quarterName(newest.quarter) })
          : t('published.titleNone')
      }
      note={t('published.note')}
      padding="none"
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : !data ? (
        <LoadingLine />
      ) : published.length === 0 ? (
        <p className={`${styles.padded} ms-dimmed`}>{t('published.none')}</p>
      ) : (
        <SimpleTable
          label={t('published.label')}
          columns={[
            { key: 'quarter', label: t('publication.quarter') },
            { key: 'changed', label: t('published.changed'), align: 'end' },
            { key: 'held', label: t('published.held'), align: 'end' },
            { key: 'top', label: t('published.top'), align: 'end' },
            { key: 'on', label: t('published.by') },
          ]}
          rows={published.map((one) => {
            const countOf = (wanted: string) =>
              one.classes.find(({ valueClass }) => valueClass === wanted)?.count ?? 0
            return {
              key: one.id,
              cells: [
                <b key="quarter" style={{ fontWeight: 500 }}>
                  {quarterName(one.quarter)}
                </b>,
                format.number(one.changed),
                format.number(one.held),
                <span
                  key="top"
                  title={one.classes
                    .map(
                      ({ valueClass, count }) =>
                        `${tCommon(`valueClass.${valueClass}`)} ${format.number(count)}`,
                    )
                    .join(' · ')}
                >
                  {format.number(countOf('diamond'))} / {format.number(countOf('gold'))}
                </span>,
                <span
                  key="on"
                  className="ms-dimmed"
                  title={`${one.publishedBy} ${format.momentFull(one.publishedAt)}`}
                >
                  {format.day(format.dayOf(one.publishedAt))}
                </span>,
              ],
            }
          })}
        />
      )}
    </Panel>
  )
}
