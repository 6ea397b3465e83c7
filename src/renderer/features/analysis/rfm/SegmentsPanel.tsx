import { useTranslation } from 'react-i18next'
import type { RfmGrid } from '#shared/contract/rfm.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { FigureLink } from '../../../components/FigureLink.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './RfmView.module.css'

/** What to do with whom: the named segments, each opening its accounts. */
export function SegmentsPanel({ grid }: { grid: RfmGrid }) {
  const { t } = useTranslation('rfm')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const wanting = grid.segments.filter(
    ({ segment }) => segment === 'needs-attention' || segment === 'at-risk',
  )
  const count = wanting.reduce((sum, one) => sum + one.count, 0)
  const sales = wanting.reduce((sum, one) => sum + one.netSales, 0)
  return (
    <Panel
      question={t('segments.question')}
      title={
        count === 0 ? t('segments.titleNone') : t('segments.title', { count, sales: format.money(sales) })
      }
    >
      <ul className={styles.segments}>
        {grid.segments.map(({ segment, count: members, netSales, sharePercent, medianRecencyDays }) => {
          const name = tCommon(`rfmSegment.${segment}`)
          return (
            <li key={segment} className={styles.member} data-empty={members === 0 || undefined}>
              <div className={styles.head}>
                <span className={styles.name}>
                  {members === 0 ? (
                    name
                  ) : (
                    <FigureLink
                      to="/accounts"
                      search={{ filter: { rfmSegments: [segment] } }}
                      hint={t('segments.open', { segment: name })}
                    >
                      {name}
                    </FigureLink>
                  )}
                </span>
                <b>{format.number(members)}</b>
                <span title={format.moneyFull(netSales)}>{format.money(netSales)}</span>
                <span className={styles.percent}>{format.percent(sharePercent)}</span>
              </div>
              <div className={styles.share}>
                <DataBar height={3} track="deep" percent={sharePercent} />
              </div>
              <div className={styles.advice}>
                {medianRecencyDays === null
                  ? t(`segments.advice.${segment}`)
                  : t('sentences', {
                      first: t(`segments.advice.${segment}`),
                      second: t('segments.median', { days: format.number(medianRecencyDays) }),
                    })}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
