import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page/Page.tsx'
import { AboutSection } from './AboutSection.tsx'
import { BackupSection } from './BackupSection.tsx'
import { CurrencySection } from './CurrencySection.tsx'
import { DeviceSection } from './DeviceSection.tsx'
import { FieldSection } from './FieldSection.tsx'
import styles from './Settings.module.css'
import { WorkspaceSection } from './WorkspaceSection.tsx'

/** This device, this workspace, its currencies and its backups; every field saves itself. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <Page breadcrumb={[{ label: t('title') }]} padding="reading">
      <div className={styles.settings}>
        <DeviceSection />
        <WorkspaceSection />
        <CurrencySection />
        <FieldSection />
        <BackupSection />
        <AboutSection />
      </div>
    </Page>
  )
}
