import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type ImportField, isCustomField } from '#shared/domain/import-field.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { CurrencyLine } from './CurrencyLine.tsx'
import { chooseField, chooseUnit, NO_CHOICES } from './column-choices.ts'
import { FileBar, type SettingsChange } from './FileBar.tsx'
import { FilePreview } from './FilePreview.tsx'
import { FileUnreadable } from './FileUnreadable.tsx'
import { type ImportSession, reviseSession } from './import-session.ts'
import { MappingQuestions } from './MappingQuestions.tsx'
import styles from './MappingStep.module.css'
import { isDoubtful, MappingTable } from './MappingTable.tsx'
import type { ImportDraft } from './use-import-draft.ts'

export interface MappingStepProps {
  session: ImportSession
  draft: ImportDraft
  onOtherFile: () => void
}

function settingsWith(settings: ReadSettings, change: SettingsChange): ReadSettings {
  return Object.fromEntries(
    Object.entries({ ...settings, ...change }).filter(([, value]) => value !== undefined),
  )
}

/** Did it understand my file? How it is read, where each column goes, and the first rows of it. */
export function MappingStep({ session, draft, onOtherFile }: MappingStepProps) {
  const { t } = useTranslation('import')
  const { inspection, inspectionFailure, columns, open, check, checking } = draft
  const { choices, settings } = session

  if (!inspection) {
    return inspectionFailure ? (
      <FileUnreadable failure={inspectionFailure} onOtherFile={onOtherFile} />
    ) : (
      <LoadingLine label={t('reading.inspecting', { name: session.file.name })} />
    )
  }

  const onSettings = (change: SettingsChange) =>
    reviseSession({ settings: settingsWith(settings, change), undecided: null })
  const onField = (header: string, field: ImportField | null) =>
    reviseSession({ choices: chooseField(choices, columns, header, field), undecided: null })
  const onUnit = (header: string, unitFactor: number) =>
    reviseSession({ choices: chooseUnit(choices, header, unitFactor) })

  const mapped = columns.filter(({ field }) => field !== null)
  // Companies carry amounts in the firm's own fields alone.
  const hasAmounts =
    inspection.kind !== 'parties' || mapped.some(({ field }) => field !== null && isCustomField(field))
  const doubtful = mapped.filter((column) => isDoubtful(inspection.kind, column, open)).length

  return (
    <div className={styles.step}>
      <FileBar
        inspection={inspection}
        onSettings={onSettings}
        onKind={(kind) => reviseSession({ kind, choices: NO_CHOICES, undecided: null })}
        onOtherFile={onOtherFile}
      />
      {inspectionFailure && (
        <div className={styles.notice}>
          <ErrorNotice
            failure={inspectionFailure}
            action={<Button onClick={() => reviseSession({ settings: {} })}>{t('reading.automatic')}</Button>}
          />
        </div>
      )}
      {checking.state.state === 'failed' && (
        <div className={styles.notice}>
          <ErrorNotice
            failure={checking.state.failure}
            action={<Button onClick={checking.retry}>{t('tryAgain', { ns: 'common' })}</Button>}
          />
        </div>
      )}
      <div className={styles.panes}>
        <section className={styles.pane} aria-label={t('mapping.label')}>
          <div className={styles.paneHead}>
            <h2>
              {[
                t('mapping.matched', { count: mapped.length - doubtful }),
                ...(doubtful > 0 ? [t('mapping.doubtful', { count: doubtful })] : []),
                ...(mapped.length < columns.length
                  ? [t('mapping.leftOutCount', { count: columns.length - mapped.length })]
                  : []),
              ].join(t('mapping.separator'))}
            </h2>
            <span className={styles.space} />
            <span className="ms-dimmed">{t('mapping.remembers')}</span>
          </div>
          <MappingQuestions
            inspection={inspection}
            columns={columns}
            open={open}
            currenciesWithoutRate={draft.currenciesWithoutRate}
            onSettings={onSettings}
            onUnit={onUnit}
          />
          <div className={styles.scroll}>
            <MappingTable
              inspection={inspection}
              columns={columns}
              settings={settings}
              open={open}
              focusHeader={session.focusHeader}
              onField={onField}
              onUnit={onUnit}
              onSettings={onSettings}
            />
            {hasAmounts && (
              <CurrencyLine
                hasCurrencyColumn={columns.some(({ field }) => field === 'currency')}
                currency={session.currency ?? draft.baseCurrency}
                known={draft.knownCurrencies}
                onChange={(currency) =>
                  reviseSession({ currency: currency === draft.baseCurrency ? null : currency })
                }
              />
            )}
          </div>
        </section>
        <FilePreview inspection={inspection} columns={columns} check={check} />
      </div>
    </div>
  )
}
