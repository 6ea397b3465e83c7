import { useTranslation } from 'react-i18next'
import { hostKind } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import { Section, Setting } from './Section.tsx'

/** What this is, where the file lies, and that nothing leaves the computer. */
export function AboutSection() {
  const { t } = useTranslation('settings')
  const { data: workspace } = useCall('workspace.current', {})
  return (
    <Section title={t('about.title')}>
      <Setting label={t('about.product')} hint={t('about.licence')}>
        {t(`about.host.${hostKind()}`)}
      </Setting>
      {workspace && (
        <Setting label={t('about.file')}>
          {workspace.location} › {workspace.fileName}
        </Setting>
      )}
      <Setting label={t('about.network')} hint={t('about.networkHint')}>
        {t('about.networkNone')}
      </Setting>
    </Section>
  )
}
