import { useTranslation } from 'react-i18next'
import type { ServedActivityRow } from '#shared/contract/contribution.ts'
import { useCall } from '../../../api/use-call.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { showToast } from '../../../components/toast.ts'
import { AccountDrawer } from '../AccountDrawer.tsx'
import styles from '../Analysis.module.css'
import own from './Contribution.module.css'
import { parseQuantity } from './rate-text.ts'
import type { ContributionEdits } from './use-contribution-edits.ts'

function ActivityLine({
  activity,
  onQuantity,
  isReadOnly,
}: {
  activity: ServedActivityRow
  onQuantity: (quantity: number | null) => void
  isReadOnly: boolean
}) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const { name, unit, rate, countedQuantity, enteredQuantity, cost } = activity
  const commit = (text: string) => {
    const quantity = parseQuantity(text)
    if (quantity === undefined) showToast({ message: t('drawer.quantityWrong'), isFailure: true })
    else onQuantity(quantity)
  }
  return (
    <li className={own.line}>
      <span className={own.lineName}>
        {name}
        <span className="ms-dimmed">
          {rate === null ? t('drawer.noRate') : `${format.moneyFull(rate)}${unit && ` / ${unit}`}`}
        </span>
      </span>
      {isReadOnly ? (
        <span className="ms-number">{format.number(enteredQuantity ?? countedQuantity, 2)}</span>
      ) : (
        <CommitField
          className={styles.quantityField}
          aria-label={t('drawer.quantityOf', { name })}
          title={
            countedQuantity === null
              ? t('drawer.enteredHint')
              : t('drawer.countedHint', { count: format.number(countedQuantity) })
          }
          value={enteredQuantity === null ? '' : String(enteredQuantity)}
          placeholder={countedQuantity === null ? format.missing : format.number(countedQuantity)}
          onCommit={commit}
        />
      )}
      <span className={own.lineCost} title={cost === null ? undefined : format.moneyFull(cost)}>
        {cost === null ? <span className="ms-dimmed">{format.missing}</span> : format.money(cost)}
      </span>
    </li>
  )
}

/** What one account's contribution is made of, down to each activity; quantities are entered here. */
export function ContributionDrawer({
  id,
  year,
  edits,
  isReadOnly,
  onClose,
}: {
  id: string
  year: number
  edits: ContributionEdits
  isReadOnly: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const { data, error } = useCall('contribution.account', { id, year }, { keepPrevious: true })
  if (error) {
    return (
      <AccountDrawer id={id} name={t('title')} valueClass={null} onClose={onClose}>
        <DrawerBlock>
          <ErrorNotice failure={error} />
        </DrawerBlock>
      </AccountDrawer>
    )
  }
  if (!data) {
    return (
      <AccountDrawer id={id} name={t('title')} valueClass={null} onClose={onClose}>
        <LoadingLine />
      </AccountDrawer>
    )
  }
  const { row, activities, knownCount } = data
  const facts = [
    ['netSales', row.netSales],
    ['grossMargin', row.grossMargin],
    ['costToServe', row.costToServe === null ? null : -row.costToServe],
    ['contribution', row.contribution],
  ] as const
  return (
    <AccountDrawer
      id={row.id}
      name={row.name}
      valueClass={row.valueClass}
      note={
        row.rank === null
          ? t('drawer.noRank')
          : t('drawer.rank', { rank: format.number(row.rank), count: format.number(knownCount) })
      }
      onClose={onClose}
    >
      <DrawerBlock title={t('drawer.sum')} note={t('drawer.until', { day: format.day(data.to) })}>
        <dl className={styles.facts}>
          {facts.map(([key, value]) => (
            <div key={key} className={styles.fact} data-total={key === 'contribution' || undefined}>
              <dt>{t(`column.${key}`)}</dt>
              <dd title={format.moneyFull(value)}>{format.money(value)}</dd>
            </div>
          ))}
        </dl>
        {row.marginCoveragePercent !== null && row.marginCoveragePercent < 100 && (
          <p className="ms-dimmed">
            {t('drawer.marginCoverage', { percent: format.percent(row.marginCoveragePercent, 0) })}
          </p>
        )}
      </DrawerBlock>
      <DrawerBlock
        title={t('drawer.activities')}
        note={
          row.costCoveragePercent !== null && row.costCoveragePercent < 100
            ? t('drawer.costCoverage', { percent: format.percent(row.costCoveragePercent, 0) })
            : undefined
        }
      >
        <div className={own.lineHead} aria-hidden>
          <span>{t('drawer.column.activity')}</span>
          <span>{t('drawer.column.quantity')}</span>
          <span>{t('drawer.column.cost')}</span>
        </div>
        <ul className={own.lines}>
          {activities.map((activity) => (
            <ActivityLine
              key={`${row.id} ${activity.id}`}
              activity={activity}
              isReadOnly={isReadOnly}
              onQuantity={(quantity) =>
                edits.setQuantity({ accountId: row.id, activity, year: data.year, quantity })
              }
            />
          ))}
        </ul>
        {!isReadOnly && <p className="ms-dimmed">{t('drawer.hint')}</p>}
      </DrawerBlock>
    </AccountDrawer>
  )
}
