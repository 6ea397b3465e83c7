import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import styles from './RfmView.module.css'
import type { RfmCell } from './rfm-cell.ts'

/** The accounts of one cell, the largest first. */
export function RfmCellDrawer({ cell, onClose }: { cell: RfmCell; onClose: () => void }) {
  const { t } = useTranslation('rfm')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { data, error } = useCall('rfm.accounts', cell)
  const title = t('drawer.title', { recency: cell.recency, frequency: cell.frequency })
  return (
    <Drawer
      label={title}
      onClose={onClose}
      head={
        <>
          <h2>{title}</h2>
          {data && <div className="ms-dimmed">{t('drawer.count', { count: data.length })}</div>}
        </>
      }
    >
      <DrawerBlock>
        {error ? <ErrorNotice failure={error} /> : !data && <LoadingLine />}
        <ul className={styles.accounts}>
          {data?.map((row) => (
            <li key={row.id} className={styles.account}>
              <ClassLetter valueClass={row.valueClass} />
              <div className={styles.who}>
                <Link to="/accounts/$accountId" params={{ accountId: row.id }} className={styles.link}>
                  {row.name}
                </Link>
                <div className="ms-dimmed">
                  {t('drawer.facts', {
                    score: `${cell.recency}${cell.frequency}${row.monetary}`,
                    days: format.number(row.recencyDays),
                    count: row.orderCount,
                  })}
                  {row.segment && ` · ${tCommon(`rfmSegment.${row.segment}`)}`}
                </div>
              </div>
              <span className={styles.sales} title={format.moneyFull(row.netSales)}>
                {format.money(row.netSales)}
              </span>
            </li>
          ))}
        </ul>
      </DrawerBlock>
    </Drawer>
  )
}
