import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import { LIFETIME_KEYS } from '#shared/domain/lifetime.ts'
import { AssumptionField } from './AssumptionField.tsx'
import styles from './Lifetime.module.css'
import type { LifetimeForecast } from './use-lifetime-forecast.ts'

/** All assumptions of a forecast, and the way back to the account's own figures. */
export function Assumptions({
  assumptions,
  forecast,
}: {
  assumptions: LifetimeAccount['assumptions']
  forecast: LifetimeForecast
}) {
  const { t } = useTranslation('lifetime')
  const entered = LIFETIME_KEYS.filter((key) => assumptions[key].source === 'entered').length
  return (
    <div>
      {LIFETIME_KEYS.map((key) => (
        <AssumptionField key={key} name={key} assumption={assumptions[key]} forecast={forecast} />
      ))}
      {entered > 0 && (
        <div className={styles.acts}>
          <Button size="xs" variant="default" onClick={forecast.reset}>
            {t('resetAll')}
          </Button>
        </div>
      )}
    </div>
  )
}
