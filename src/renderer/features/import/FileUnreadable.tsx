import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../api/call-failure.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import styles from './MappingStep.module.css'

const WORKBOOK_FORMATS: readonly unknown[] = ['zip', 'ole']

/** A file that is no order file, what it seems to be, and the way to another one. */
export function FileUnreadable({ failure, onOtherFile }: { failure: CallFailure; onOtherFile: () => void }) {
  const { t } = useTranslation('import')
  const isWorkbook = WORKBOOK_FORMATS.includes(failure.details.format)
  return (
    <div className={styles.unreadable}>
      <ErrorNotice failure={failure} />
      {isWorkbook && <Notice tone="plain">{t('reading.workbook')}</Notice>}
      <div>
        <Button size="sm" variant="filled" onClick={onOtherFile}>
          {t('reading.otherFile')}
        </Button>
      </div>
    </div>
  )
}
