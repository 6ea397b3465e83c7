import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../api/use-call.ts'
import { ClassLetter, classMovement } from '../../components/ClassLetter.tsx'
import { Drawer, DrawerBlock } from '../../components/Drawer.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import styles from './Portfolio.module.css'

const MOST_LISTED = 1000
const SHOWN = 100

/** The accounts that went from one class to the other, largest first. */
export function MovementDrawer({
  from,
  to,
  count,
  onClose,
}: {
  from: ValueClass
  to: ValueClass
  count: number
  onClose: () => void
}) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const movement = classMovement(to, from)
  const filter = {
    valueClasses: [to],
    ...(movement === 0 ? {} : { movement: movement > 0 ? ('up' as const) : ('down' as const) }),
  }
  const { data, error } = useCall('account.list', {
    filter,
    sort: [{ field: 'netSales', descending: true }],
    offset: 0,
    limit: MOST_LISTED,
  })
  const rows = (data?.rows ?? []).filter((row) => row.previousValueClass === from)
  const names = { from: tCommon(`valueClass.${from}`), to: tCommon(`valueClass.${to}`), count }
  const title = t(`movement.cell.${movement > 0 ? 'up' : movement < 0 ? 'down' : 'same'}`, names)
  return (
    <Drawer label={title} head={<h2>{title}</h2>} onClose={onClose}>
      <DrawerBlock>
        {error ? <ErrorNotice failure={error} /> : !data && <LoadingLine />}
        <ul className={styles.list}>
          {rows.slice(0, SHOWN).map((row) => (
            <li key={row.id} className={styles.mover}>
              <ClassLetter valueClass={row.valueClass} />
              <Link to="/accounts/$accountId" params={{ accountId: row.id }} className={styles.name}>
                {row.name}
              </Link>
              <span className={styles.end} title={format.moneyFull(row.netSales)}>
                {format.money(row.netSales)}
              </span>
              <span className={`${styles.end} ms-dimmed`}>{format.signedPercent(row.growthPercent)}</span>
            </li>
          ))}
        </ul>
        {rows.length > SHOWN && (
          <p className={styles.note}>{t('movement.more', { count: rows.length - SHOWN })}</p>
        )}
      </DrawerBlock>
      <DrawerBlock>
        <Link to="/accounts" search={{ filter }}>
          {t(movement === 0 ? 'movement.openClass' : 'movement.openMoved', {
            ...names,
            count: data?.total ?? 0,
          })}
        </Link>
      </DrawerBlock>
    </Drawer>
  )
}
