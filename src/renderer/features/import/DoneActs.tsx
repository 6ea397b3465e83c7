import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './ImportPage.module.css'
import { useImportUndo, useIsWithdrawn } from './use-import-undo.ts'

export interface DoneActsProps {
  batchId: string | null
  onAnother: () => void
  onPortfolio: () => void
}

/** After writing: look at what it gives, bring in more, or take it back. */
export function DoneActs({ batchId, onAnother, onPortfolio }: DoneActsProps) {
  const { t } = useTranslation('import')
  const { undoImport, isBusy } = useImportUndo()
  const isWithdrawn = useIsWithdrawn(batchId)
  return (
    <>
      <div className={styles.remarks} />
      {batchId && !isWithdrawn && (
        <Button size="sm" disabled={isBusy} onClick={() => undoImport(batchId)}>
          {t('receipt.undo')}
        </Button>
      )}
      <Button size="sm" onClick={onAnother}>
        {t('receipt.another')}
      </Button>
      <Button
        size="sm"
        variant="filled"
        rightSection={<IconArrowRight size={16} stroke={1.6} aria-hidden />}
        aria-keyshortcuts="Enter"
        onClick={onPortfolio}
      >
        {t('receipt.toPortfolio')}
      </Button>
    </>
  )
}
