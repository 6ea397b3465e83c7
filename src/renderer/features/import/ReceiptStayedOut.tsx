import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { saveDownload } from '../../api/client.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { showToast } from '../../components/toast.ts'
import styles from './Receipt.module.css'

/** Which rows of an import were refused and why, and the file in which they can be put right. */
export function ReceiptStayedOut({ receipt }: { receipt: ImportReceipt }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const errorText = useErrorText()
  const { rejectedFile, rejected, problems, unchanged } = receipt
  const download = () => {
    if (!rejectedFile) return
    saveDownload(rejectedFile).catch((failure: unknown) => {
      const { what, remedy } = errorText(failure)
      showToast({ title: what, message: remedy, isFailure: true })
    })
  }
  return (
    <Panel
      padding="none"
      title={t('receipt.stayedOut', { count: rejected, rejected: format.number(rejected) })}
    >
      <SimpleTable
        label={t('receipt.stayedOutLabel')}
        columns={[
          { key: 'what', label: t('receipt.what') },
          { key: 'count', label: t('receipt.number'), align: 'end' },
        ]}
        rows={[
          ...problems.map((problem) => ({
            key: `${problem.code}-${problem.column}`,
            cells: [
              t('receipt.problem', {
                column: problem.column,
                reason: t(`problem.${problem.code}.reason`),
              }),
              format.number(problem.rowCount),
            ],
          })),
          ...(unchanged > 0
            ? [{ key: 'unchanged', cells: [t('facts.unchanged'), format.number(unchanged)] }]
            : []),
        ]}
      />
      <div className={styles.rejected}>
        {rejectedFile ? (
          <>
            <Button leftSection={<IconDownload size={16} stroke={1.6} />} onClick={download}>
              {t('receipt.download', { count: rejected, rows: format.number(rejected) })}
            </Button>
            <span className="ms-dimmed">{t('receipt.repair')}</span>
          </>
        ) : (
          <span className="ms-dimmed">{t('receipt.nothingRejected')}</span>
        )}
      </div>
    </Panel>
  )
}
