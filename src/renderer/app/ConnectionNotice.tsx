import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useIsConnected } from '../api/connection.ts'
import { Notice } from '../components/Notice.tsx'
import styles from './ConnectionNotice.module.css'

/** A stream that is opened anew is back within this time. */
const RECONNECT_MS = 3_000

/** Says that the application behind this window has ended; what was saved is safe. */
export function ConnectionNotice() {
  const { t } = useTranslation('common')
  const isConnected = useIsConnected()
  const [wasConnected] = useDebouncedValue(isConnected, RECONNECT_MS)
  if (isConnected || wasConnected) return null
  return (
    <div className={styles.place}>
      <Notice tone="amber" role="alert" title={t('disconnected.title')}>
        {t('disconnected.message')}
      </Notice>
    </div>
  )
}
