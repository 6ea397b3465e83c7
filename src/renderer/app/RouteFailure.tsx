import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import styles from './RouteFailure.module.css'

/** A page that failed to draw: what happened, and a way on that keeps the data. */
export function RouteFailure({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.failure}>
      <ErrorNotice failure={error} />
      <Button mt="md" size="sm" onClick={() => (reset ? reset() : location.reload())}>
        {t('tryAgain')}
      </Button>
    </div>
  )
}
