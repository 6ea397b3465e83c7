import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { QualitySignRow } from '#shared/contract/quality.ts'
import { useCall } from '../../../api/use-call.ts'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { AccountDrawer } from '../AccountDrawer.tsx'
import { PartsTable } from './PartsPanel.tsx'
import own from './Quality.module.css'

function useReason(): (sign: QualitySignRow) => string {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return (sign) => {
    switch (sign.kind) {
      case 'low-price-volume':
        return t('sign.low-price-volume.reason', {
          price: format.percent(sign.pricePercent, 0),
          ratio: format.number(sign.quantityRatio, 1),
        })
      case 'one-off-product':
        return t('sign.one-off-product.reason', { ratio: format.number(sign.quantityRatio, 1) })
      case 'unusual-channel':
        return t('sign.unusual-channel.reason', {
          channel: sign.channel ?? format.missing,
          usual: sign.usualChannel ?? format.missing,
        })
    }
  }
}

/** Parts of one account's score, and the order lines that stand out with what is usual beside them. */
export function QualityDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const reason = useReason()
  const { data, error } = useCall('quality.account', { id }, { keepPrevious: true })
  const row = data?.row ?? null
  if (error || !data || !row) {
    return (
      <AccountDrawer id={id} name={t('title')} valueClass={null} onClose={onClose}>
        <DrawerBlock>
          {error ? (
            <ErrorNotice failure={error} />
          ) : data ? (
            <p className="ms-dimmed">{t('drawer.noSales')}</p>
          ) : (
            <LoadingLine />
          )}
        </DrawerBlock>
      </AccountDrawer>
    )
  }
  return (
    <AccountDrawer
      id={row.id}
      name={row.name}
      valueClass={row.valueClass}
      note={
        row.scorePercent === null
          ? t('drawer.noScore')
          : t('drawer.score', {
              score: format.number(row.scorePercent, 0),
              sales: format.money(row.netSales),
            })
      }
      onClose={onClose}
    >
      <DrawerBlock
        title={t('parts.label')}
        note={t('hint.coverage', { percent: format.percent(row.coveragePercent, 0) })}
      >
        <PartsTable parts={row.parts} isTight />
        {row.listPercent !== null && row.listPercent < 99.5 && (
          <p className="ms-dimmed">
            {row.listPercent <= 0.5
              ? t('basis.median')
              : t('basis.mixed', { percent: format.percent(row.listPercent, 0) })}
          </p>
        )}
      </DrawerBlock>
      <DrawerBlock
        title={t('drawer.signs', { count: data.signs.length, figure: format.number(data.signs.length) })}
      >
        <p className="ms-dimmed">{data.signs.length > 0 ? t('drawer.signsNote') : t('drawer.noSigns')}</p>
        <ul className={own.signs}>
          {data.signs.map((sign) => (
            <li
              key={`${sign.orderNumber} ${sign.kind} ${sign.productCode ?? ''} ${sign.amount}`}
              className={own.sign}
            >
              <div className={own.signHead}>
                <strong>{t(`sign.${sign.kind}.name`)}</strong>
                <span className="ms-number" title={format.moneyFull(sign.amount)}>
                  {format.money(sign.amount)}
                </span>
              </div>
              <div>{reason(sign)}</div>
              <div className="ms-dimmed">
                <Link
                  to="/accounts/$accountId"
                  params={{ accountId: row.id }}
                  search={{ tab: 'trade', detail: sign.orderedOn.slice(0, 7) }}
                  className={own.order}
                >
                  {sign.orderNumber}
                </Link>
                {` · ${format.day(sign.orderedOn)} · ${sign.productName ?? sign.productCode ?? format.missing}`}
                {sign.quantity !== null && ` × ${format.number(sign.quantity, 2)}`}
              </div>
            </li>
          ))}
        </ul>
      </DrawerBlock>
    </AccountDrawer>
  )
}
