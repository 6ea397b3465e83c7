import { SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommitField } from '../../components/CommitField.tsx'
import { useLanguage } from '../../components/format.tsx'
import { LANGUAGE_NAMES } from '../../components/language-names.ts'
import { Section, Setting } from './Section.tsx'
import styles from './Settings.module.css'

const SCHEMES = ['light', 'dark', 'system'] as const

/** What belongs to this computer and does not travel with the workspace. */
export function DeviceSection() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { data: preferences } = useCall('preferences.get', {})
  const { mutate: revise } = useCommand('preferences.revise')
  if (!preferences) return null
  return (
    <Section title={t('device.title')} note={t('device.note')}>
      <Setting label={t('device.language')}>
        <SegmentedControl
          aria-label={t('device.language')}
          value={language}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(value) => revise({ language: value })}
        />
      </Setting>
      <Setting label={t('device.theme')}>
        <SegmentedControl
          aria-label={t('device.theme')}
          value={preferences.colourScheme}
          data={SCHEMES.map((value) => ({ value, label: t(`device.${value}`) }))}
          onChange={(value) => revise({ colourScheme: value })}
        />
      </Setting>
      <Setting label={t('device.author')} hint={t('device.authorHint')}>
        <CommitField
          className={styles.wide ?? ''}
          aria-label={t('device.author')}
          value={preferences.author}
          maxLength={120}
          onCommit={(author) => revise({ author })}
        />
      </Setting>
      <Setting label={t('device.singleKeys')} hint={t('device.singleKeysHint')}>
        <Switch
          aria-label={t('device.singleKeys')}
          checked={preferences.singleKeyShortcuts}
          onChange={(event) => revise({ singleKeyShortcuts: event.currentTarget.checked })}
        />
      </Setting>
    </Section>
  )
}
