import { IconArrowRight, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../../components/DropZone.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import styles from './StartDropZone.module.css'
import type { ImportStart } from './use-import-start.ts'

const STEPS = ['drop', 'confirm', 'see'] as const

export interface StartDropZoneProps {
  importStart: ImportStart
  onFile: (file: File) => void
}

/** Orders dropped here become a workspace with its class picture in three steps. */
export function StartDropZone({ importStart, onFile }: StartDropZoneProps) {
  const { t } = useTranslation('start')
  return (
    <div className={styles.place}>
      <DropZone onFile={onFile} isDisabled={importStart.isBusy}>
        <div className={styles.zone}>
          <IconUpload size={20} stroke={1.6} aria-hidden className={styles.icon} />
          <div className={styles.words}>
            <strong>{t('drop.title')}</strong>
            <div className={styles.note}>{t('drop.note')}</div>
          </div>
          <ol className={styles.steps}>
            {STEPS.map((step, index) => (
              <li key={step}>
                {index > 0 && <IconArrowRight size={16} stroke={1.6} aria-hidden />}
                <span className={styles.mark} aria-hidden>
                  {index + 1}
                </span>
                {t(`drop.${step}`)}
              </li>
            ))}
          </ol>
        </div>
      </DropZone>
      {importStart.isBusy && <LoadingLine label={t('drop.reading')} />}
      {importStart.failure !== null && <ErrorNotice failure={importStart.failure} />}
    </div>
  )
}
