import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Credit.module.css'

/** Finished ratings, the newest first, each as it was frozen. */
export function RatingHistory({ accountId }: { accountId: string }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { data } = useCall('credit.history', { accountId })
  if (!data) return null
  if (data.length === 0) return <Panel title={t('history.titleNone')} note={t('history.noteNone')} />
  return (
    <Panel title={t('history.title', { count: data.length })} padding="none">
      <div className={styles.scroll}>
        <SimpleTable
          label={t('history.label')}
          columns={[
            { key: 'quarter', label: t('history.quarter') },
            { key: 'grade', label: t('history.grade') },
            { key: 'points', label: t('history.points'), align: 'end' },
            { key: 'limit', label: t('history.limit'), align: 'end' },
            { key: 'reason', label: t('history.reason') },
          ]}
          rows={data.map(({ quarter, decision }) => ({
            key: quarter,
            cells: [
              quarter.replace('-', ' '),
              <strong key="grade">{decision.grade}</strong>,
              format.decimal(decision.points, 1),
              format.money(decision.limit),
              <span
                key="reason"
                className={styles.reason}
                title={[decision.reason, decision.author, format.momentFull(decision.ratedAt)]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {decision.reason || (
                  <span className="ms-dimmed">{t(decision.previous ? 'history.same' : 'history.first')}</span>
                )}
              </span>,
            ],
          }))}
        />
      </div>
    </Panel>
  )
}
