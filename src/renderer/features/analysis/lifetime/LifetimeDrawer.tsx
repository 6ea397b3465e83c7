import { useTranslation } from 'react-i18next'
import type { LifetimeAccountRow } from '#shared/contract/lifetime.ts'
import { useCall } from '../../../api/use-call.ts'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Assumptions } from '../../../components/lifetime/Assumptions.tsx'
import { ForecastTable } from '../../../components/lifetime/ForecastTable.tsx'
import { OutlookFacts } from '../../../components/lifetime/OutlookFacts.tsx'
import { useLifetimeForecast } from '../../../components/lifetime/use-lifetime-forecast.ts'
import { AccountDrawer } from '../AccountDrawer.tsx'

/** One account's forecast beside the table: value, years, assumptions that can be changed, outlook. */
export function LifetimeDrawer({
  accountId,
  row,
  onClose,
}: {
  accountId: string
  /** Undefined where the account is not among the rows shown. */
  row: LifetimeAccountRow | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const forecast = useLifetimeForecast(accountId)
  const { data: detail } = useCall('account.get', { id: accountId }, { enabled: row === undefined })
  const { shown, failure } = forecast
  const account = row ?? detail?.row
  return (
    <AccountDrawer
      id={accountId}
      name={account?.name ?? ''}
      valueClass={account?.valueClass ?? null}
      note={account?.number}
      onClose={onClose}
    >
      {failure && <ErrorNotice failure={failure} />}
      {!failure && !shown && <LoadingLine />}
      {shown && (
        <>
          <DrawerBlock
            title={
              shown.forecast
                ? t('panel.title', {
                    value: format.money(shown.forecast.value),
                    years: shown.assumptions.years.value,
                  })
                : t('panel.unknown')
            }
          >
            {!shown.forecast && <p className="ms-dimmed">{t('panel.unknownNote')}</p>}
            <Assumptions assumptions={shown.assumptions} forecast={forecast} />
          </DrawerBlock>
          {shown.forecast && (
            <DrawerBlock title={t('years.label')}>
              <ForecastTable forecast={shown.forecast} isBrief />
            </DrawerBlock>
          )}
          <DrawerBlock title={t('outlook.title')}>
            <OutlookFacts outlook={shown.outlook} />
          </DrawerBlock>
        </>
      )}
    </AccountDrawer>
  )
}
