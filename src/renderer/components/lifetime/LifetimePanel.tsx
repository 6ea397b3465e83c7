import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { useFormat } from '../format.tsx'
import { LoadingLine } from '../LoadingLine.tsx'
import { Panel } from '../Panel.tsx'
import { ScrollRegion } from '../ScrollRegion.tsx'
import { Assumptions } from './Assumptions.tsx'
import { ForecastTable } from './ForecastTable.tsx'
import styles from './Lifetime.module.css'
import { OutlookFacts } from './OutlookFacts.tsx'
import { useLifetimeForecast } from './use-lifetime-forecast.ts'

/** What an account is worth over the coming years, under assumptions one can change; for a page with room. */
export function LifetimePanel({
  accountId,
  className,
}: {
  accountId: string
  className?: string | undefined
}) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const forecast = useLifetimeForecast(accountId)
  const { shown, failure } = forecast
  if (failure?.code === 'no-data') return null
  if (failure) return <ErrorNotice failure={failure} />
  if (!shown) return <LoadingLine />
  const value = shown.forecast?.value ?? null
  return (
    <Panel
      className={className}
      question={t('panel.question')}
      title={
        value === null
          ? t('panel.unknown')
          : t('panel.title', { value: format.money(value), years: shown.assumptions.years.value })
      }
      note={t('panel.note')}
    >
      <div className={styles.sides}>
        <Assumptions assumptions={shown.assumptions} forecast={forecast} />
        <ScrollRegion className={styles.side} label={t('years.label')}>
          {shown.forecast ? (
            <ForecastTable forecast={shown.forecast} isBrief={false} />
          ) : (
            <p className="ms-dimmed">{t('panel.unknownNote')}</p>
          )}
          <OutlookFacts outlook={shown.outlook} />
        </ScrollRegion>
      </div>
    </Panel>
  )
}
