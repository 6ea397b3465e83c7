import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './LoadingLine.module.css'
import { ProgressBar } from './ProgressBar.tsx'

const QUIET_MS = 100

/** Waiting, shown only after a tenth of a second, so that quick answers do not flicker. */
export function LoadingLine({ label }: { label?: string }) {
  const { t } = useTranslation('common')
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  const text = label ?? t('loading')
  return (
    <div className={styles.loading} role="status">
      <span>{text}</span>
      <ProgressBar percent={null} label={text} width={160} />
    </div>
  )
}
