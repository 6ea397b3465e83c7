import { Button, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection } from '#shared/contract/import.ts'
import { DELIMITERS, type ReadSettings } from '#shared/domain/import.ts'
import { IMPORT_KINDS, type ImportKind, importKind } from '#shared/domain/import-kind.ts'
import { useFormat } from '../../components/format.tsx'
import { EncodingChoice } from './EncodingChoice.tsx'
import styles from './MappingStep.module.css'

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const MOST_HEADER_ROWS = 1_000

/** What is undefined is decided from the file again. */
export type SettingsChange = { [Key in keyof ReadSettings]?: ReadSettings[Key] | undefined }

export interface FileBarProps {
  inspection: FileInspection
  onSettings: (change: SettingsChange) => void
  onKind: (kind: ImportKind) => void
  onOtherFile: () => void
}

/** Which file it is and how its bytes are read. */
export function FileBar({ inspection, onSettings, onKind, onOtherFile }: FileBarProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const headerRowId = useId()
  const { workbook } = inspection
  const Sign = workbook ? IconFileSpreadsheet : IconFileText
  return (
    <section className={styles.file} aria-label={t('reading.label')}>
      <div className={styles.fileLine}>
        <Sign size={16} stroke={1.6} aria-hidden className={styles.fileSign} />
        <b className={styles.fileName} title={inspection.fileName}>
          {inspection.fileName}
        </b>
        <span className={styles.facts}>
          {[
            format.bytes(inspection.bytes),
            t(inspection.isRowCountExact ? 'reading.rows' : 'reading.aboutRows', {
              count: inspection.rowCount,
              rows: format.number(inspection.rowCount),
            }),
            t('reading.columns', { count: inspection.columns.length }),
          ].join(' · ')}
        </span>
        <label htmlFor={`${headerRowId}-kind`} className={styles.fieldLabel}>
          {t('kinds.label')}
        </label>
        <NativeSelect
          id={`${headerRowId}-kind`}
          size="xs"
          data={IMPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}.name`) }))}
          value={inspection.kind}
          onChange={(event) => {
            const chosen = importKind.safeParse(event.currentTarget.value)
            if (chosen.success) onKind(chosen.data)
          }}
        />
        <label htmlFor={headerRowId} className={styles.fieldLabel}>
          {t('reading.headerRow')}
        </label>
        <NumberInput
          id={headerRowId}
          size="xs"
          w={64}
          min={1}
          max={MOST_HEADER_ROWS}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          stepHoldDelay={500}
          stepHoldInterval={100}
          value={inspection.headerRow}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) onSettings({ headerRow: value })
          }}
        />
        {workbook ? (
          <>
            <label htmlFor={`${headerRowId}-sheet`} className={styles.fieldLabel}>
              {t('reading.sheet')}
            </label>
            <NativeSelect
              id={`${headerRowId}-sheet`}
              size="xs"
              className={styles.sheet}
              data={workbook.sheets}
              value={workbook.sheet}
              onChange={(event) => onSettings({ sheet: event.currentTarget.value, headerRow: undefined })}
            />
          </>
        ) : (
          <>
            <span className={styles.fieldLabel} id={`${headerRowId}-delimiter`}>
              {t('reading.delimiter')}
            </span>
            <SegmentedControl
              aria-labelledby={`${headerRowId}-delimiter`}
              value={inspection.delimiter}
              transitionDuration={0}
              data={DELIMITERS.map((value) => ({
                value,
                label: t(`reading.delimiters.${DELIMITER_NAMES[value]}`),
              }))}
              onChange={(delimiter) => onSettings({ delimiter })}
            />
          </>
        )}
        <Button onClick={onOtherFile}>{t('reading.otherFile')}</Button>
      </div>
      {!workbook && (
        <EncodingChoice candidates={inspection.encodings} onChoose={(encoding) => onSettings({ encoding })} />
      )}
    </section>
  )
}
