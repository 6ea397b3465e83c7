import { SegmentedControl } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { RFM_METHODS } from '#shared/domain/rfm.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommitField } from '../../components/CommitField.tsx'
import { CurrencySelect } from '../../components/CurrencySelect.tsx'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { Section, Setting } from './Section.tsx'
import styles from './Settings.module.css'

/** What travels with the workspace: its company, currency, as-of date and RFM method. */
export function WorkspaceSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const tell = useUndoToast()
  const { data: settings } = useCall('settings.get', {})
  const { mutate: revise } = useCommand('settings.revise', {
    onSuccess: () => tell(t('workspace.changed')),
  })
  if (!settings) return null
  const newest = settings.newestOrderOn
  const dateLabels = {
    previousMonth: t('workspace.previousMonth'),
    nextMonth: t('workspace.nextMonth'),
  }
  return (
    <Section title={t('workspace.title')} note={t('workspace.note')}>
      <Setting label={t('workspace.company')}>
        <CommitField
          className={styles.wide ?? ''}
          aria-label={t('workspace.company')}
          value={settings.companyName}
          maxLength={120}
          isRequired
          onCommit={(companyName) => revise({ companyName })}
        />
      </Setting>
      <Setting
        label={t('workspace.currency')}
        hint={t(newest ? 'workspace.currencyFixed' : 'workspace.currencyHint')}
      >
        <CurrencySelect
          label={t('workspace.currency')}
          isLabelHidden
          value={settings.baseCurrency}
          isDisabled={newest !== null}
          onChange={(baseCurrency) => revise({ baseCurrency })}
        />
      </Setting>
      <Setting
        label={t('workspace.asOf')}
        hint={newest ? t('workspace.asOfHint', { day: format.day(newest) }) : t('workspace.asOfEmpty')}
      >
        <SegmentedControl
          aria-label={t('workspace.asOf')}
          value={settings.asOf ? 'fixed' : 'newest'}
          data={[
            { value: 'newest', label: t('workspace.newest') },
            { value: 'fixed', label: t('workspace.fixed') },
          ]}
          disabled={!newest}
          onChange={(value) => revise({ asOf: value === 'fixed' ? newest : null })}
        />
        {settings.asOf && (
          <DateInput
            w={150}
            aria-label={t('workspace.asOfDay')}
            value={settings.asOf}
            valueFormat="YYYY-MM-DD"
            ariaLabels={dateLabels}
            popoverProps={{ withinPortal: false }}
            monthLabelFormat={format.language === 'en' ? 'MMMM YYYY' : 'YYYY 年 M 月'}
            hideOutsideDates
            onChange={(day) => day && day !== settings.asOf && revise({ asOf: day })}
          />
        )}
      </Setting>
      <Setting label={t('workspace.rfm')} hint={t(`workspace.rfmHint.${settings.rfmMethod}`)}>
        <SegmentedControl
          aria-label={t('workspace.rfm')}
          value={settings.rfmMethod}
          data={RFM_METHODS.map((value) => ({ value, label: t(`workspace.rfmMethod.${value}`) }))}
          onChange={(rfmMethod) => revise({ rfmMethod })}
        />
      </Setting>
    </Section>
  )
}
