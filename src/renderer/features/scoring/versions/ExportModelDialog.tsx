import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { copyText } from '../../../components/copy-text.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { showToast } from '../../../components/toast.ts'
import styles from './Versions.module.css'

/** A version as a text to keep or to send. */
export function ExportModelDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const { t } = useTranslation('model')
  const { t: tCommon } = useTranslation('common')
  const { data, error } = useCall('model.export', { version })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={640}
      title={t('file.exportTitle', { version })}
      footer={
        <>
          <Button size="sm" onClick={onClose}>
            {tCommon('close')}
          </Button>
          <Button
            size="sm"
            variant="filled"
            disabled={!data}
            data-autofocus
            onClick={() => {
              if (!data) return
              copyText(data.text)
              showToast({ message: t('file.copied') })
            }}
          >
            {t('file.copy')}
          </Button>
        </>
      }
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : (
        <div className={styles.form}>
          <p className={styles.note}>{t('file.exportNote', { fileName: data?.fileName ?? '' })}</p>
          <Textarea
            classNames={{ input: styles.text ?? '' }}
            aria-label={t('file.text')}
            value={data?.text ?? ''}
            readOnly
            rows={14}
          />
        </div>
      )}
    </Dialog>
  )
}
