import { useTranslation } from 'react-i18next'

/** What is not known, in grey; never a zero. */
export function Missing() {
  const { t } = useTranslation('common')
  return <span className="ms-dimmed">{t('missing')}</span>
}
