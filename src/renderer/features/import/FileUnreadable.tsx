import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '../../api/call-failure.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { Notice } from '../../components/Notice.tsx'
import styles from './MappingStep.module.css'

/** Reasons that say more than that the file cannot be read. */
const REASONS = [
  'damaged',
  'encrypted',
  'old-workbook',
  'no-workbook',
  'no-sheet',
  'doctype',
  'too-many-entries',
  'too-much-inflated',
  'too-dense',
  'too-many-cells',
  'too-many-columns',
  'not-text',
] as const

/** A file that cannot be read, why, and the way to another one. */
export function FileUnreadable({ failure, onOtherFile }: { failure: CallFailure; onOtherFile: () => void }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const errorText = useErrorText()
  const reason = REASONS.find((known) => known === failure.details.reason)
  const limit = typeof failure.details.limit === 'number' ? failure.details.limit : 0
  return (
    <div className={styles.unreadable}>
      {reason ? (
        <Notice tone="red" role="alert" title={errorText(failure).what}>
          {t(`unreadable.${reason}`, { limit: format.number(limit), size: format.bytes(limit) })}
        </Notice>
      ) : (
        <ErrorNotice failure={failure} />
      )}
      <div>
        <Button size="sm" variant="filled" onClick={onOtherFile}>
          {t('reading.otherFile')}
        </Button>
      </div>
    </div>
  )
}
